# Messages of unsupported operand types for every augmented assignment.
for op in '+= -= *= /= //= %= **= @= &= |= ^= <<= >>='.split():
    for a, b in ((1, 'a'), (None, []), ({}, 1.5)):
        if op == '*=' and b == 'a': continue
        try: exec(f'a {op} b')
        except TypeError as e: print(op, '|', e)
for code in 'a = (); a += []', 'a = []; a += 5', 'a = "x"; a += 1', 'a = set(); a |= [1]', \
        'a = {}; a |= 5', 'a = []; a *= "x"', 'a = b""; a += "s"', 'a = bytearray(); a += "s"', \
        'a = {}; a |= [1]':
    try: exec(code)
    except Exception as e: print(code, '|', type(e).__name__, e)
