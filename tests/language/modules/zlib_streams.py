# zlib: compress, decompress, stream objects, dictionaries, check sums, errors
import zlib, copy
data = bytes(range(256)) * 50 + b'the quick brown fox ' * 100
for level in (-1, 0, 1, 6, 9):
    packed = zlib.compress(data, level)
    print(level, zlib.decompress(packed) == data, len(packed) < len(data) + 100)
print(zlib.compress(b''), zlib.compress(b'hello world', 9), zlib.compress(b'a' * 1000))
print(zlib.decompress(zlib.compress(data, 6, -15), -15) == data, zlib.decompress(zlib.compress(data, wbits=31), wbits=47) == data)
print(zlib.crc32(b'abc'), zlib.crc32(b'c', zlib.crc32(b'ab')), zlib.adler32(b'abc'), zlib.adler32(b'c', zlib.adler32(b'ab')), zlib.crc32(b''), zlib.adler32(b''), zlib.crc32(bytearray(data) * 10), zlib.crc32(b'x', -1))
c = zlib.compressobj(9, zlib.DEFLATED, 15)
out = c.compress(data[:5000]) + c.flush(zlib.Z_SYNC_FLUSH)
other = c.copy()
a = out + c.compress(b'one') + c.flush()
b = out + other.compress(b'two') + other.flush()
print(zlib.decompress(a) == data[:5000] + b'one', zlib.decompress(b) == data[:5000] + b'two')
d = zlib.decompressobj()
got = b''
for i in range(0, len(a), 7):
    got += d.decompress(a[i:i + 7])
print(got == data[:5000] + b'one', d.eof, d.unused_data, d.flush())
d = zlib.decompressobj()
print(d.decompress(a + b'tail') == data[:5000] + b'one', d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
part = d.decompress(a, 100)
print(len(part), len(d.unconsumed_tail) > 0, d.eof)
while d.unconsumed_tail and len(part) < 10000:
    part += d.decompress(d.unconsumed_tail, 1000)
print(part + d.flush() == data[:5000] + b'one', d.eof)
words = b'the quick brown fox'
c = zlib.compressobj(zdict=words); packed = c.compress(b'the quick brown fox again') + c.flush()
print(zlib.decompressobj(zdict=words).decompress(packed))
c = zlib.compressobj(wbits=-15, zdict=words); packed = c.compress(b'brown fox') + c.flush()
print(zlib.decompressobj(-15, words).decompress(packed))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
attempt(lambda: zlib.decompress(b'nonsense'))
attempt(lambda: zlib.decompress(zlib.compress(data)[:-10]))
attempt(lambda: zlib.decompress(b''))
attempt(lambda: zlib.decompress(zlib.compress(data)[:-1] + b'\0'))
attempt(lambda: zlib.decompressobj().decompress(b'xxxx'))
attempt(lambda: zlib.compress(b'', 10))
attempt(lambda: zlib.compress('text'))
attempt(lambda: zlib.compressobj(wbits=99))
attempt(lambda: zlib.decompressobj(99))
attempt(lambda: zlib.decompressobj().decompress(b'', -1))
attempt(lambda: zlib.decompress(b'x', bufsize=0))
attempt(lambda: zlib.crc32('x'))
attempt(lambda: zlib.decompressobj(zdict=b'wrong').decompress(zlib.compressobj(zdict=words).flush()))
print(zlib.MAX_WBITS, zlib.DEFLATED, zlib.Z_BEST_COMPRESSION, zlib.Z_FINISH, zlib.DEF_MEM_LEVEL)
e = copy.copy(zlib.decompressobj()); print(e.decompress(zlib.compress(b'copied')))
