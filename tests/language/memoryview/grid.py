# memoryview: formats, casts, slices, assignment, comparison, release, errors.
def attempt(label, f):
    try: r = f(); print(label, r.tolist() if isinstance(r, memoryview) else r)
    except Exception as e: print(label, type(e).__name__, e)
data = bytearray(range(16))
m = memoryview(data)
for fmt in 'bBchHiIlLqQnNfd?@i<i=i':
    attempt('cast ' + fmt, lambda: m.cast(fmt))
for fmt in ('@h', '<h', 'zz', '', 'P', 'x', 's', 5, None): attempt(f'cast {fmt!r}', lambda: (lambda v: (v.format, v.itemsize, len(v), v.nbytes))(m.cast(fmt)))
attempt('cast twice', lambda: m.cast('i').cast('h'))
attempt('cast back', lambda: m.cast('i').cast('B').cast('h'))
attempt('odd size', lambda: memoryview(b'abc').cast('h'))
for s in (slice(2, 5), slice(None, None, 2), slice(None, None, -1), slice(10, 2, -3), slice(20, 30), slice(3, 3)):
    v = m[s]
    print(s, v.tolist(), v.shape, v.strides, v.contiguous, v.c_contiguous, v.nbytes, bytes(v), v == bytes(v), v[::-1].tolist())
for f in ('m[0]', 'm[-1]', 'm[16]', 'm[-17]', 'm["a"]', 'm[1.5]', 'm[1, 2]', 'm[(3,)]', 'm[()]', 'm[...]', 'm[None]', 'm[2 ** 70]', 'len(m)', 'm.ndim, m.shape, m.strides, m.suboffsets, m.format, m.itemsize, m.nbytes, m.readonly', 'm.obj is data',
        'memoryview(b"ab") == b"ab"', 'memoryview(b"ab") == "ab"', 'memoryview(b"ab") == bytearray(b"ab")', 'memoryview(b"ab") == memoryview(b"ab").cast("b")', 'memoryview(b"ab") < memoryview(b"b")', 'b"a" < memoryview(b"b")', 'bytearray(b"a") < memoryview(b"b")', 'hash(memoryview(b"ab")) == hash(b"ab")', 'hash(m)', 'hash(memoryview(b"abcd").cast("h"))',
        'memoryview("a")', 'memoryview(5)', 'memoryview([1])', 'memoryview()', 'memoryview(object=b"x")[0]', 'memoryview(memoryview(b"x")).obj', '3 in m', '300 in m', 'b"a" in m', 'list(reversed(memoryview(b"abc")))', 'm.hex()[:6]', 'm.hex(":")[:8]', 'm.hex("-", 2)[:9]', 'm.tobytes()[:3]', 'm.tobytes("C")[:2]', 'm.tobytes("X")', 'm.tobytes(order=None)[:1]', 'm + m', 'm * 2', 'm.foo', 'm.index(1)',
        'str(memoryview(b"x"))[:8]', 'bytes(m[::4])', 'b"".join([memoryview(b"a"), b"b"])', 'int.from_bytes(memoryview(b"ab"), "big")', 'bytearray(m[:2])', '"%s" % m[:0].tolist()', 'b"%s" % m[1:3]', 'memoryview(b"abc").toreadonly().readonly, m.toreadonly().readonly', 'm.toreadonly()[0]', 'm[:4].cast("i").tolist()', 'sorted(m[:3], reverse=True)', 'm[0:4].cast("f").tolist()', 'm.cast("?").tolist()[:3]', 'm.cast("c").tolist()[:2]'):
    attempt(f, lambda: eval(f))
for code in ('m[0] = 255', 'm[0] = 256', 'm[0] = -1', 'm[0] = "a"', 'm[0] = b"a"', 'm[16] = 1', 'm[0:2] = b"ab"', 'm[0:2] = b"abc"', 'm[0:2] = [1, 2]', 'm[::2] = bytes(8)', 'm[::-1] = m', 'del m[0]', 'del m[0:2]', 'm[()] = 1', 'memoryview(b"a")[0] = 1', 'm.toreadonly()[0] = 1', 'm.cast("h")[0] = 40000', 'm.cast("h")[0] = -2', 'm.cast("H")[0] = -2', 'm.cast("f")[0] = 1.5', 'm.cast("f")[0] = "a"', 'm.cast("d")[1] = 2', 'm.cast("?")[0] = []', 'm.cast("c")[0] = b"z"', 'm.cast("c")[0] = 5', 'm.cast("c")[0] = b"zz"', 'm.cast("h")[0:1] = b"ab"', 'm.cast("h")[0:1] = memoryview(b"ab").cast("h")', 'm[2:5] = m[3:6]', 'm.cast("q")[0] = 2 ** 63', 'm.cast("i")[0] = 1.5'):
    try: exec(code); print(code, data)
    except Exception as e: print(code, type(e).__name__, e)
for code in ('data.append(1)', 'data.clear()', 'data.extend(b"a")', 'del data[0]', 'data[0:2] = b"abc"', 'data[0:2] = b"ab"', 'data += b"x"', 'data *= 2', 'data.pop()', 'data.insert(0, 1)', 'data.reverse()', 'data[0] = 1'):
    try: exec(code); print(code, len(data))
    except BufferError as e: print(code, 'BufferError', e)
w = m[2:4]; m.release()
for code in ('m[0]', 'len(m)', 'm.tobytes()', 'm.release()', 'm == m', 'm.format', 'repr(m)[:9]', 'm.cast("b")', 'bytes(m)', 'list(m)', 'm.shape', 'hash(m)', 'w.tolist()', 'm.__enter__()', 'w.__exit__(None, None, None)', 'w[0]', 'memoryview(m)'):
    attempt(code, lambda: eval(code))
print(len(data))
with memoryview(bytearray(b'ab')) as v: print(v[0])
attempt('after with', lambda: v[0])
