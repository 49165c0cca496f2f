# open: writing, reading, appending, modes, iteration, context manager.
# args: {tmp}
import sys
path = sys.argv[1] + '/file.txt'
with open(path, 'w') as f: print(f.write('line 1\nline 2\n'), f.write('é 日本\n'), f.mode, f.name == path,
        f.closed, f.writable(), f.readable())
print(f.closed)
with open(path, 'a') as f: f.write('appended'); print('via print', file=f)
with open(path) as f: print(repr(f.read()), repr(f.read()), f.mode)
with open(path) as f: print(repr(f.readline()), repr(f.readline()), f.readlines(), repr(f.readline()))
with open(path) as f: print([line.rstrip() for line in f], list(f))
with open(path) as f: print(repr(f.read(3)), repr(f.read(4)), f.read(0) == '', repr(f.readline()))
with open(path, 'rb') as f: b = f.read(); print(b[:8], len(b), f.mode)
with open(path, 'wb') as f: print(f.write(b'\x00\xff\n'), f.write(bytearray(b'ba')))
with open(path, 'rb') as f: print(list(f), f.read())
with open(path, 'w', encoding='latin-1') as f: f.write('é')
with open(path, 'rb') as f: print(f.read())
try: open(path, encoding='utf-8').read()
except UnicodeDecodeError as e: print(e)
with open(path, encoding='latin-1') as f: print(f.read())
try: open(path, 'x')
except FileExistsError as e: print(e.errno)
for code in "f.read()", "f.write('x')", "next(f)", "f.readline()", "with f: pass":
    try: exec(code)
    except ValueError as e: print(e)
f.close(); f.close()
with open(path, 'w') as f:
    for c in "f.read()", "f.write(5)", "f.write(b'x')", "next(f)":
        try: exec(c)
        except Exception as e: print(type(e).__name__, e)
with open(path, 'rb') as f:
    try: f.write(b'x')
    except Exception as e: print(type(e).__name__, e)
for a in (('', 'zz'), (path, 'rw'), (path, 'rbt'), (path, 'r', -1, None, None, 'q'),
        (path, 'rb', -1, 'utf-8'), (path, 5), (path, 'b'), (path, 'r', 0)):
    try: open(*a); print('opened', a)
    except (ValueError, TypeError, OSError) as e: print(type(e).__name__, e)
