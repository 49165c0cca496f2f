# Malformed numbers: texts through compile.
for src in ['0777', '00_1_', '1__0', '1_', '0x', '0xg', '0b2', '0b', '0o8', '0o', '0b12', '1e', '1e+',
        '1.5.5', '0_7', '012', '1abc', '0xfgh', '1.5j5', '1_000_', '0x_', '5a', '0b1_', '1.e', '09', '1_a',
        '0o18', '1ee5', '1jx', '0x1.5', '1.2abc', '0xz', '0B', '1e5e', '.5_', '0_', '1e_5', '1_.5', '1._5',
        '08.5', '09e1', '09j', '0b1.5']:
    try: print(src, '=', eval(src))
    except SyntaxError as e: print(src, '|', e.msg, e.lineno, e.offset)
