# bytes as a sequence of ints; conversions to and from other types.
b = b'\x00\x01\xfe\xff'
print(list(b), tuple(reversed(b)), sorted(b, reverse=True), set(b) == {0, 1, 254, 255}, [hex(x) for x in b],
    dict(enumerate(b)), sum(b), max(b, default=0), list(zip(b, b'ab')), [*b'xy'],
    bytes(map(lambda x: x ^ 255, b)), b'%r' % b)
a, *rest = b'xyz'
print(a, rest, int.from_bytes(b, 'big'), b.hex(), b.decode('latin-1') == '\0\x01þÿ', bytes(list(b)) == b,
    int(b'12') + 1, float(b'1.5'), str(b'ab', 'ascii'))
for x in b'AB': print(x, chr(x), bytes([x]), end='; ')
print()
crc = 0
for x in b'checksum': crc = (crc * 31 + x) & 0xFFFFFFFF
print(crc, b'abc'.count(b'b'[0]), b'abc'.index(99), ord(b'a'), all(b), any(b'\0\0'))
try: ord(b'ab')
except TypeError as e: print(e)
class MyBytes(bytes):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __repr__(self): return 'MB'
m = MyBytes(b'xy'); m.attr = 1
print(m, m + b'z', m[0], m == b'xy', m.attr, type(m[:1]).__name__, {m: 1}[b'xy'], str(m), bytes(m))
big = bytes(range(256)) * 1000
print(len(big), big[255999], big.count(b'\x00\x01'), big.find(b'\xff\x00', 1000),
    hash(big) == hash(bytes(range(256)) * 1000), big.rfind(b'abc'), big[::256] == b'\0' * 1000)
