# Walking frames from sys._getframe: locals, lines, callers.
import sys
def stack():
    f, out = sys._getframe(1), []
    while f: out.append((f.f_code.co_name, f.f_lineno)); f = f.f_back
    return out
def a(): return b()
def b():
    return [stack() for _ in 'x'][0]
print(a())
class C:
    def m(self): return stack()
    @property
    def p(self): return stack()
    def __call__(self): return stack()
    def __getattr__(self, n): return stack()
    def __add__(self, o): return stack()
    def __iter__(self): yield stack()
c = C()
print(c.m(), c.p, c(), c.missing, c + 1, list(c), sep='\n')
print(sorted([1], key=lambda x: print(stack()) or 0), next(map(lambda x: stack(), [1])),
    (lambda: stack())(), eval('stack()'), sep='\n')
def caller_locals(): return sorted(sys._getframe(1).f_locals)
def with_locals(p, q=2): r = 3; return caller_locals()
print(with_locals(1))
def g():
    yield stack()
    yield stack()
it = g()
def driver(): return next(it)
print(next(it), driver(), sep='\n')
exec('def made(): return stack()\nprint(made())')
f = sys._getframe(); print(f.f_code.co_name, f.f_back, f.f_lineno, f.f_trace)
