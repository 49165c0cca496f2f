# memoryview over bytes and bytearray: reading, writing, slicing, properties.
m = memoryview(b'hello')
print(len(m), m[0], m[-1], bytes(m[1:3]), m.tobytes(), m.tolist(), m.readonly, m.format, m.itemsize, m.ndim,
    m.shape, m.strides, m.nbytes, m.contiguous, m.c_contiguous, m.obj)
print(m == b'hello', m[1:4] == b'ell', m != b'x', m == bytearray(b'hello'), m == memoryview(b'hello'),
    m == 'hello', 104 in m, list(m), hash(m) == hash(b'hello'), bytes(m[::-1]), bytes(m[::2]), m.hex(),
    m.hex(':'), bytes(m[::2][1:]))
a = bytearray(b'abcdef')
w = memoryview(a)
w[0] = 90; w[1:3] = b'XY'; w[-1:] = bytearray(b'!'); print(a, w.readonly)
s = w[2:5]; s[0] = 48; print(a, s.tolist(), bytes(s))
w[::2] = b'123'; print(a)
for code in ('m[0] = 1', 'w[0] = 256', 'w[0] = "a"', 'w[1:3] = b"toolong"', 'w[10]', 'w["a"]', 'del w[0]',
        'a.append(1)', 'a.clear()', 'memoryview("s")', 'memoryview([1])', 'memoryview()', 'w[0] = b"a"',
        'hash(w)', 'm < m', 'w[10] = 1', 'm[0, 0]', 'm[1.5]'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__, e)
s.release(); w.release()
a.append(33); print(a)
try: w[0]
except ValueError as e: print(e)
with memoryview(b'ctx') as c: print(c.tobytes())
try: c.tolist()
except ValueError as e: print(e)
