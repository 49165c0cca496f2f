# Module io: streams in memory, text over bytes, own raw streams, the classes
import io
import sys


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


s = io.StringIO('abc\ndéf\nx')
print(s.read(2), repr(s.readline()), s.tell(), s.readlines(), repr(s.read()), s.seek(4), list(s), s.getvalue())
s.seek(2)
print(s.write('XYZ'), s.getvalue(), s.tell(), s.truncate(3), s.getvalue(), s.seek(0, 2), s.readable(), s.writable(), s.seekable(), s.isatty() if hasattr(s, 'isatty') else False)
s.seek(10)
s.write('!')
print(repr(s.getvalue()), s.closed, s.encoding, s.errors, s.newlines, s.line_buffering)
for newline in (None, '', '\n', '\r', '\r\n'):
    t = io.StringIO('a\r\nb\rc\n', newline)
    t.seek(0, 2)
    t.write('d\ne')
    t.seek(0)
    print(repr(newline), repr(t.getvalue()), t.readlines())
for arguments in [(3,), ('a', 'x'), ('a', 3)]:
    attempt(io.StringIO, *arguments)
attempt(s.write, 3)
attempt(s.seek, -1)
attempt(s.seek, 1, 1)
attempt(s.seek, 0, 5)
attempt(s.truncate, -1)
attempt(s.read, 'a')
s.close()
attempt(s.read)
attempt(s.getvalue)
attempt(next, s)
with io.StringIO() as t:
    print('printed', 1, file=t)
    print(repr(t.getvalue()))
attempt(t.getvalue)

b = io.BytesIO(b'abc\ndef')
print(b.read(2), b.readline(), b.tell(), b.read1(2), b.seek(-2, 2), b.read(), b.seek(0), b.readlines(), b.getvalue())
b.seek(9)
print(b.write(b'xy'), b.getvalue(), b.truncate(2), b.getvalue(), b.seek(0), b.readinto(bytearray(5)))
view = b.getbuffer()
view[0] = 90
print(b.getvalue(), len(view))
view.release()
attempt(b.write, 'text')
attempt(b.seek, -1)
attempt(b.seek, 0, 7)
attempt(io.BytesIO, 'a')
b.close()
attempt(b.read)

raw = io.BytesIO(b'h\xc3\xa9\r\nb\nlast')
w = io.TextIOWrapper(raw, encoding='utf-8')
print(w.readline(), w.read(), w.encoding, w.buffer is raw, isinstance(w, io.TextIOBase))
out = io.BytesIO()
w = io.TextIOWrapper(out, encoding='latin-1', newline='\r\n', write_through=True)
print(w.write('é\n'), out.getvalue(), w.detach() is out)
r = io.BufferedReader(io.BytesIO(b'0123456789'))
print(r.peek(1)[:3], r.read(3), r.tell(), r.seek(5), r.read1(2), r.read())
o = io.BytesIO()
bw = io.BufferedWriter(o)
bw.write(b'abc')
print(o.getvalue())
bw.flush()
print(o.getvalue())


class Ones(io.RawIOBase):
    def __init__(self, count):
        self.count = count

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(len(buffer), self.count)
        buffer[:size] = b'1' * size
        self.count -= size
        return size


print(Ones(5).read(3), Ones(4).readall(), io.BufferedReader(Ones(7)).read(), io.TextIOWrapper(io.BufferedReader(Ones(3))).read())
attempt(Ones(1).fileno)
attempt(Ones(1).seek, 0)
attempt(io.TextIOWrapper, 3)
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), issubclass(io.RawIOBase, io.IOBase),
      isinstance(sys.stdout, io.TextIOWrapper), isinstance(sys.stdout, io.IOBase), isinstance(3, io.IOBase))
print(io.SEEK_SET, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, issubclass(io.UnsupportedOperation, (OSError, ValueError)), io.BlockingIOError)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print('abc', file=u)
print(u.getvalue())
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode('a\r')), repr(d.decode('\nb\rc')), repr(d.decode('', True)), d.newlines)
