# print: separators, ends, files, flush, conversion with str.
import sys
print()
print(1, 'a', None, [2], sep=' ')
print('a', 'b', sep='')
print('a', 'b', sep=', ', end='.\n')
print('x', end='')
print('y')
print(*range(3), sep='\n')
print('a', 'b', sep=None, end=None)
print(sep='x')
print('only', sep='unused')
print('é', '日本', '😀')
print('tab\tnew\nline')
print('to stdout', file=sys.stdout, flush=True); print('none file', file=None)
class F:
    def __init__(self): self.text = ''
    def write(self, s): self.text += s
    def flush(self): self.text += '<flush>'
f = F(); print('a', 1, sep='|', end='$', file=f); print('b', file=f, flush=True); print(repr(f.text))
class S:
    def __str__(self): return 'str()'
    def __repr__(self): return 'repr()'
print(S(), [S()], (S(),), {'k': S()}); print(print('inner'), print)
for kw in {'sep': 1}, {'end': b''}, {'file': 5}, {'foo': 1}, {'sep': []}, {'file': object()}:
    try: print('x', **kw)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class NoFlush:
    def write(self, s): pass
print('x', file=NoFlush())
try: print('x', file=NoFlush(), flush=True)
except AttributeError as e: print(e)
class BadStr:
    def __str__(self): return 5
try: print(BadStr())
except TypeError as e: print(e)
print('last', 'line', sep='\t')
