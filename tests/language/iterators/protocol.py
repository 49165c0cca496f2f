# The iterator protocol: __iter__, __next__, StopIteration, iterators over themselves.
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
print(iter(c) is c, next(c), list(c), list(c), next(c, 'default'))
try: next(c)
except StopIteration as e: print('StopIteration', e.args, e.value)
class Fresh:
    def __iter__(self): return Count(2)
f = Fresh()
print(list(f), list(f), [*f, *f], dict(zip(f, f)), sum(f), max(f), 2 in f, sorted(f, reverse=True))
a, b = f; print(a, b)
class NextOnly:
    def __next__(self): return 5
n = NextOnly()
print(next(n))
for code in ('iter(n)', 'list(n)', 'next(f)', 'next(5)', 'next()', 'next(c, 1, 2)', 'iter(5)', 'iter()',
        'for x in n: pass', 'a, b = n', '[*n]', 'x = 5 in n'):
    try: exec(code); print(code, 'ok')
    except TypeError as e: print(code, '->', e)
class Err:
    def __iter__(self): return self
    def __next__(self): raise ValueError('inside next')
try: list(Err())
except ValueError as e: print(e)
it = iter([1, 2]); print(iter(it) is it, list(it), list(it), next(it, None))
class Resume:
    i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i % 3 == 0: raise StopIteration
        return self.i
r = Resume(); print(list(r), list(r))
