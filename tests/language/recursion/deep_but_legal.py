# Recursion to a few hundred levels through functions, methods, generators and comprehensions.
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print(f(900))
class C:
    def __init__(self, n): self.child = C(n - 1) if n else None
    def depth(self): return 1 + (self.child.depth() if self.child is not None else 0)
    def __len__(self): return 1 + (len(self.child) if self.child is not None else 0)
    def __eq__(self,
            o): return (self.child is None) == (o.child is None) and (self.child is None or self.child == o.child)
    def __repr__(self): return f'C({self.child!r})' if self.child is not None else 'C()'
a, b = C(150), C(150)
print(a.depth(), len(a), a == b, len(repr(a)), a == C(149))
def walk(n):
    if n: yield n; yield from walk(n - 1)
print(sum(walk(300)))
def nested(n): return [nested(n - 1)] if n else []
def count(l): return 1 + count(l[0]) if l else 1
print(count(nested(200)))
def mutual_a(n): return mutual_b(n - 1) if n else 'a'
def mutual_b(n): return mutual_a(n - 1) if n else 'b'
print(mutual_a(800), mutual_a(801))
def key(x): return x if x < 2 else sorted([x - 1], key=key)[0]
print(key(80))
def with_try(n):
    try: return with_try(n - 1) if n else 'bottom'
    finally: log.append(n)
log = []; print(with_try(200), len(log), log[:2], log[-1])
def deco(f):
    def w(*a): return f(*a)
    return w
g = lambda: 'core'
for _ in range(300): g = deco(g)
print(g())
class P:
    def __init__(self, n): self.n = n
    @property
    def total(self): return self.n + (P(self.n - 1).total if self.n else 0)
    def __add__(self, o): return self.n if not self.n else P(self.n - 1) + o
print(P(200).total, P(200) + 1)
def memo(n, c={}):
    if n not in c: c[n] = n if n < 2 else memo(n - 1) + memo(n - 2)
    return c[n]
print(memo(90))
