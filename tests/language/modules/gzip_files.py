# gzip: files and bytes, text mode, seeking, several members, damage
# args: {tmp}
import gzip, io, os, sys
name = os.path.join(sys.argv[1], 'a.txt.gz')
with gzip.open(name, 'wb') as f:
    print(f.write(b'first line\nsecond line\n'), f.tell(), f.writable(), f.readable(), f.seekable())
    f.write(b'x' * 100000)
with gzip.open(name) as f:
    print(f.readline(), f.tell(), f.readline(), f.read(5), f.peek(1)[:3], f.seek(3), f.read(4), f.seek(2, 1), f.read(1))
    print(len(f.read()), f.read(), f.read(1), f.tell(), f.closed)
print(f.closed)
with gzip.open(name, 'at', encoding='utf-8') as f:
    f.write('\n\xfcber\n')
with gzip.open(name, 'rt', encoding='utf-8') as f:
    lines = list(f)
    print(len(lines), lines[:2], lines[-1])
packed = gzip.compress(b'hello', mtime=0)
print(packed, gzip.decompress(packed), gzip.decompress(packed + packed + b'\0\0'))
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode='wb', mtime=1, filename='n') as f:
    f.write(b'data')
print(buffer.getvalue()[:12], gzip.GzipFile(fileobj=io.BytesIO(buffer.getvalue())).read())
g = gzip.GzipFile(fileobj=io.BytesIO(packed)); g.read(); print(g.mtime, isinstance(g, io.BufferedIOBase))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: gzip.decompress(b'not gzip at all'))
attempt(lambda: gzip.decompress(packed[:-3]))
attempt(lambda: gzip.decompress(packed[:-8] + b'\1\2\3\4' + packed[-4:]))
attempt(lambda: gzip.decompress(b''))
attempt(lambda: gzip.open(name, 'rbt'))
attempt(lambda: gzip.open(name, 'rb', encoding='utf-8'))
attempt(lambda: gzip.open(3))
attempt(lambda: g.write(b'x'))
g.close()
attempt(lambda: g.read())
