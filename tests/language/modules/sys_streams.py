# sys.stdout and sys.stderr: write, flush, replacement, attributes.
import sys
print(sys.stdout.write('written\n'), sys.stdout.write(''), sys.stdout.flush())
try: sys.stdout.write(5)
except TypeError as e: print(e)
try: sys.stdout.write(b'x')
except TypeError as e: print(e)
sys.stdout.writelines(['a', 'b\n', 'é\n'])
print(sys.stdout.encoding.lower(), sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.stdout.fileno(),
    sys.stderr.fileno(), sys.stdin.fileno(), sys.stdout.isatty(), sys.stdout.writable(),
    sys.stdin.readable(), sys.stdout.closed, sys.stdout is sys.__stdout__)
class Out:
    def __init__(self): self.got = []
    def write(self, s): self.got.append(s)
o = Out(); old = sys.stdout; sys.stdout = o
print('a', 'b', sep='-'); print(); print('x', end='')
sys.stdout = old
print(''.join(o.got).split('\n'))
sys.stdout = None; print('lost'); sys.stdout = old
del sys.stdout
try: print('x')
except RuntimeError as e: sys.stdout = old; print(e)
class Bad:
    def write(self, s): raise ValueError('cannot write')
sys.stdout = Bad()
try: print('x')
except ValueError as e: sys.stdout = old; print(e)
sys.stderr = sys.stdout
print('to the replaced stderr', file=sys.stderr)
sys.stdout.buffer.write(b'raw bytes\n'); sys.stdout.buffer.flush()
sys.stderr = sys.__stderr__
