# Runaway recursion raises RecursionError in every form, and the program goes on.
import sys
def plain(): return plain()
class C:
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __eq__(self, o): return self == o
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __getitem__(self, k): return self[k]
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __iter__(self): return iter(self)
    def __contains__(self, x): return x in self
    def __lt__(self, o): return self < o
    def __format__(self, s): return format(self, s)
    @property
    def p(self): return self.p
    def __setattr__(self, n, v): self.x = v
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
c = C()
def gen(): yield from gen()
def comp(): return [comp() for _ in 'a']
def mapped(x): return list(map(mapped, [x]))
def srt(x): return sorted([x], key=srt)
def lam(): return (lambda: lam())()
def ev(): return eval('ev()')
class Meta(type):
    def __call__(cls, *a): return cls()
class M(metaclass=Meta): pass
async def co(): await co()
def m(): return max([1, 2], key=lambda x: m())
for name, f in dict(plain=plain, getattr=lambda: c.a, eq=lambda: c == 1, repr=lambda: repr(c),
        str=lambda: str(c), hash=lambda: hash(c), len=lambda: len(c), bool=lambda: bool(c),
        item=lambda: c[0], call=c, add=lambda: c + 1, iter=lambda: iter(c), contains=lambda: 1 in c,
        lt=lambda: c < 1, format=lambda: f'{c}', prop=lambda: c.p, setattr=lambda: setattr(c, 'q', 1),
        enter=lambda: c.__enter__(), gen=lambda: list(gen()), comp=comp, map=lambda: mapped(1),
        sort=lambda: srt(1), lam=lam, eval=ev, meta=lambda: M(), co=lambda: co().send(None), max=m).items():
    try: f(); print(name, 'no error')
    except RecursionError as e: print(name, str(e).startswith('maximum recursion depth exceeded'))
print(issubclass(RecursionError, RuntimeError))
def depth(n=0):
    try: return depth(n + 1)
    except RecursionError: return n
d = depth(); print(800 < d < 1100)
sys.setrecursionlimit(200); d = depth(); print(150 < d < 220)
sys.setrecursionlimit(5000); print(depth() > 4000)
def sum_to(n): return 0 if n == 0 else n + sum_to(n - 1)
print(sum_to(4000))
