# __call__ chains, stateful callables, and __call__ on the way through classes.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *rest, **kw): return self.n + x, rest, kw
a = Adder(10)
print(a(5), a(1, 2, k=3), list(map(Adder(1), [1, 2]))[0][0], callable(a))
class Chain:
    def __init__(self, *args): self.args = args
    def __call__(self, x): return Chain(*self.args, x)
    def __repr__(self): return f'Chain{self.args}'
print(Chain()(1)(2)(3))
class Deco:
    def __init__(self, f): self.f, self.calls = f, 0
    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)
    def __get__(self, o, t): return self if o is None else lambda *a: self(o, *a)
class K:
    @Deco
    def m(self, x): return x
print(K().m(1), K().m(2), K.m.calls)
@Deco
def g(): return 'g'
g(); g()
print(g.calls)
class SelfCall:
    def __call__(self): return self
s = SelfCall()
print(s()()() is s)
class Rec:
    pass
Rec.__call__ = Rec()
try: Rec()()
except RecursionError: print('endless __call__')
print(sorted(['b', 'A'], key=type('K', (), {'__call__': lambda self, x: x.lower()})()))
