# float() of text in all accepted and refused spellings.
for s in '1', '1.', '.5', '-.5e-3', '+1e5', ' 3.14 \n', '1_000.5', '1e1_0', 'inf', '-Infinity', 'NaN', '+nan', 'iNf', '1e400', '-1e400', '1e-400', '0x10', '', ' ', '.', 'e5', '1e', '1e+', \
        '1__0', '_1', '1_', '1_.5', '1._5', '--1', '1 2', '١.٥', 'infinit', 'nan1', '1,5', '1e5.5', '\x001', '1\x00', '0' * 50 + '1', '1' + '0' * 30, '0.' + '0' * 30 + '1', '179769313486231580793e289', '2.4703282292062328e-324':
    try: print(repr(s)[:30], float(s))
    except ValueError as e: print(e)
print(float(b'2.5'), float(bytearray(b'1e3')), float(), float(True), float(10 ** 20),
    float('9007199254740993'), float('9007199254740992.9999999999999999999999'))
for v in b'x', None, [], 1j, 'é', b'\xff':
    try: float(v)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class F(float): pass
print(F('1.5'), float(F(2.5)), type(float(F(1))).__name__, F.fromhex('0x1.8p1'))
