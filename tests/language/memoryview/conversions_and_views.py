# Views of views, conversions, use as argument, iteration and equality.
data = bytearray(range(10))
m = memoryview(data)
mm = memoryview(m)
print(mm.obj is data, mm[2:8][1:3].tolist(), bytes(mm[5:]), bytearray(m[:3]), list(m[::3]),
    tuple(reversed(m)), sum(m), max(m), [x for x in m if x % 2], 5 in m, sorted(m[3:0:-1]))
data[0] = 99
print(m[0], mm[0])
print(b''.join([m[:2], b'-', m[2:4]]), b'abc'.find(memoryview(b'c')), bytes(3).join([m[:1], m[1:2]]),
    int.from_bytes(m[:2], 'big'), str(memoryview(b'text'), 'ascii'),
    memoryview(b'a') == memoryview(bytearray(b'a')), memoryview(b'ab')[:1] == memoryview(b'ac')[:1])
r = m.toreadonly(); print(r.readonly, r[1])
try: r[0] = 1
except TypeError as e: print(e)
print(m.cast('B').tolist()[:3], repr(m)[:12], type(m).__name__, len(m[3:3]), m[3:3].tobytes(),
    m[5:2].tolist(), bool(memoryview(b'')), bool(m))
m[0:3] = m[3:6]; print(data)
m[1:4] = m[0:3]; print(data)
m[0:5] = m[5:10]; print(data, list(m))
x = memoryview(b'abc'); y = x[1:]
print(y.tobytes(), {memoryview(b'k'): 1}[b'k'], [memoryview(b'q')] == [b'q'], x.tobytes().upper(),
    x.tolist() * 2)
