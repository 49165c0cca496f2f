# Typical uses: redirecting, timing with a fake clock, transactions, temporary attributes.
import sys
class Redirect:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): pass
    def __enter__(self): self.old, sys.stdout = sys.stdout, self; return self
    def __exit__(self, *a): sys.stdout = self.old
with Redirect() as r: print('captured', 1); print('more', end='')
print(''.join(r.parts).split('\n'))
class Tx:
    def __init__(self, d): self.d = d
    def __enter__(self): self.copy = dict(self.d); return self.d
    def __exit__(self, t, v, tb):
        if t: self.d.clear(); self.d.update(self.copy)
        return t is not None and issubclass(t, ValueError)
d = {'a': 1}
with Tx(d) as w: w['b'] = 2
with Tx(d) as w: w['c'] = 3; raise ValueError
print(d)
try:
    with Tx(d) as w: w.clear(); raise KeyError('not swallowed')
except KeyError as e: print(e, d)
class Attr:
    def __init__(self, o, **kw): self.o, self.kw = o, kw
    def __enter__(self):
        self.old = {k: getattr(self.o, k) for k in self.kw}
        for k, v in self.kw.items(): setattr(self.o, k, v)
    def __exit__(self, *a):
        for k, v in self.old.items(): setattr(self.o, k, v)
class Conf: debug, level = False, 1
def show(): return Conf.debug, Conf.level
with Attr(Conf, debug=True, level=9):
    print(show())
    with Attr(Conf, level=5): print(show())
    print(show())
print(show())
class Indent:
    n = 0
    def __enter__(self): Indent.n += 1
    def __exit__(self, *a): Indent.n -= 1
def say(x): print('  ' * Indent.n + x)
ind = Indent()
with ind:
    say('one')
    with ind: say('two')
    say('one again')
say('zero')
