# seek, tell, truncate, r+ and w+, universal newlines.
# args: {tmp}
import sys
path = sys.argv[1] + '/file.txt'
with open(path, 'w+') as f:
    f.write('hello\nworld\n')
    print(f.tell(), f.seek(0), f.read(5), f.tell(), f.seek(6), f.read())
    f.seek(0)
    print(f.truncate(5), f.read())
with open(path, 'r+') as f: print(f.read()); f.write(' more'); f.seek(0); print(f.readlines())
with open(path, 'rb+') as f: f.seek(-4, 2); print(f.read(), f.tell(), f.seek(1), f.read(2), f.seek(1, 1),
        f.read(1))
with open(path, 'wb') as f: f.write(b'a\r\nb\rc\nd')
with open(path) as f: print(f.readlines())
with open(path, newline='') as f: print(f.readlines())
with open(path, newline='\n') as f: print(f.readlines())
with open(path, newline='\r') as f: print(f.readlines())
with open(path, 'w', newline='\r\n') as f: f.write('x\ny\n')
with open(path, 'rb') as f: print(f.read())
with open(path, 'w', newline='') as f: f.write('x\ny\r\n')
with open(path, 'rb') as f: print(f.read(), f.readable(), f.seekable(), f.writable())
with open(path, 'w') as f: f.writelines(['a\n', 'b']); f.flush(); print(open(path).read(), f.fileno() > 2,
        f.isatty())
with open(path) as f:
    for line in f:
        print(repr(line), repr(f.readline())); break
for code in ("open(path).seek(-1)", "open(path).seek(1, 1)", "open(path, newline='x')",
        "open(path, 'rb', newline='')", "open(path).truncate()", "open(path, 'rb', errors='ignore')"):
    try: exec(code)
    except Exception as e: print(type(e).__name__, e)
with open(path, 'wb') as f: f.write(b'caf\xe9 \xff')
print(ascii(open(path, errors='replace').read()), open(path, errors='ignore').read(),
    ascii(open(path, errors='surrogateescape').read()))
big = ''.join(f'line {i} é\n' for i in range(20000))
with open(path, 'w') as f: f.write(big)
with open(path) as f: print(f.read() == big)
with open(path) as f: print(sum(len(l) for l in f) == len(big))
with open(path, 'rb') as f: print(len(f.read(100000)), len(f.readline()), sum(1 for _ in f))
