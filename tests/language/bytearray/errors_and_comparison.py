# bytearray: refused operations and comparison with bytes.
a = bytearray(b'abc')
def t(code):
    try: exec(code, {'a': a}); print(code, 'ok', a)
    except Exception as e: print(code, '->', type(e).__name__, e)
for code in ('a[0] = 256', 'a[0] = -1', 'a[0] = "x"', 'a[0] = b"x"', 'a[5] = 1', 'a[0:1] = 5',
        'a[0:1] = "x"', 'a[0:1] = [256]', 'a[::2] = b"xyz"', 'a.append(256)', 'a.append("x")',
        'a.append(b"x")', 'a.extend("x")', 'a.extend(5)', 'a.extend([300])', 'a.insert(0, "x")',
        'a.pop(10)', 'bytearray().pop()', 'a.remove(5)', 'a.remove(300)', 'del a[9]', 'a += "x"', 'a += 5',
        'a * "x"', 'hash(a)', '{a: 1}', 'bytearray(-1)', 'bytearray("a")', 'bytearray([256])',
        'bytearray(1.5)', 'a["x"]', 'a[1.5]', 'a < "x"', 'a.nope', 'a["x"] = 1', 'a[0], a[1] = 120, 121',
        'a[1:1] = None'):
    t(code)
a = bytearray(b'abc')
print(a == b'abc', b'abc' == a, a == bytearray(b'abc'), a < b'abd', a != 'abc', a == [97, 98, 99],
    a > bytearray(b'ab'), a in [b'abc'], b'b' in a, 98 in a, a.index(98), a.find(b'c'))
print(repr(a), str(a), bytearray(b"it's"), bytearray(b'"'), bytearray(), bytearray(b'\x00\xff'),
    bytearray('é', 'utf-8'), bytearray(b'x').hex(), bytearray.fromhex('41 42'), a.decode(), a.upper(),
    type(a.upper()).__name__, a.split(b'b'), a.join([b'1', b'2']), a.copy() == a)
