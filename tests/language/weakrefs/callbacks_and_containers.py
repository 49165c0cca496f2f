# Weak references: callbacks, references in cycles with their object, resurrection, classes, subclasses of ref.
import weakref, gc
log = []
def collect():
    # What the last instructions handled may still lie in the interpreter's hands: handle other things.
    class Other:
        def method(self): return [self]
    for _ in range(3): weakref.ref(Other().method()[0], lambda ref: None)
    gc.collect()
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'C({self.n})'
def dead(label): return lambda ref: log.append((label, ref() is None))
c = C(1)
refs = [weakref.ref(c, dead(i)) for i in range(3)]
plain = weakref.ref(c)
print(weakref.getweakrefcount(c), plain is weakref.ref(c), refs[0] is refs[1], refs[0] == refs[1], len({*refs}), hash(plain) == hash(c))
del c; collect(); print(sorted(log), plain(), refs[0] == refs[1], refs[0] == refs[0], refs[0] != plain); log.clear()
c = C(2); r = weakref.ref(c, dead('dropped')); del r; del c; collect(); print(log)
c = C(3); r = weakref.ref(c, lambda ref: 1 / 0 if log.append('ran') else None); del c; collect(); print(log); log.clear()
class Ref(weakref.ref):
    __slots__ = 'extra',
    def __new__(cls, obj, callback=None, extra=None): return super().__new__(cls, obj, callback)
    def __init__(self, obj, callback=None, extra=None): super().__init__(obj, callback); self.extra = extra
c = C(4); r = Ref(c, extra='e'); print(r() is c, r.extra, type(r).__name__, r == weakref.ref(c), r is Ref(c)); del c; collect(); print(r(), r.extra)
class Resurrect:
    kept = []
    def __del__(self): Resurrect.kept.append(self)
x = Resurrect(); r = weakref.ref(x); del x; collect(); print(r() is Resurrect.kept[0], len(Resurrect.kept), type(Resurrect.kept[0]).__name__); Resurrect.kept.clear(); collect(); print(len(Resurrect.kept))
class Del:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
a, b = Del('a'), Del('b'); a.o, b.o = b, a; del a, b; collect(); print(sorted(log)); log.clear()
class DelFails:
    def __del__(self): log.append('del'); self.gone = True
d = DelFails(); del d; collect(); print(log); log.clear()
d = weakref.WeakValueDictionary(); keep = C(5); d['keep'] = keep; d['lost'] = C(6); collect(); print(dict(d), len(d), 'lost' in d, d.get('lost', 'no'), list(d.keys()), d.pop('lost', 'none'), d.setdefault('new', keep) is keep, sorted(d))
k = weakref.WeakKeyDictionary(); k[C(7)] = 2; k[keep] = 1; collect(); print(len(k), list(k.values()), keep in k, k.get(C(8)), list(k.items()))
s = weakref.WeakSet([C(9)]); s.add(keep); collect(); print(len(s), keep in s, list(s), s | {1} if 0 else s == {keep}); s.discard(keep); print(len(s))
m = weakref.WeakMethod(keep.__repr__); print(m()(), m() == keep.__repr__, m == weakref.WeakMethod(keep.__repr__))
p = weakref.proxy(keep)
for code in ('p.n', 'str(p)', 'p == keep', 'p != keep', 'bool(p)', 'isinstance(p, C)', 'p.__class__ is C', 'type(p) is C', 'p.missing', 'p + 1', 'p[0]', 'len(p)', 'iter(p)', '[p] == [keep]', 'p < 1', 'setattr(p, "z", 5)', 'keep.z', 'delattr(p, "z")', 'vars(keep)', 'p is weakref.proxy(keep)', 'weakref.getweakrefcount(keep) > 0'):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
del keep, m; collect(); print(len(d), len(k))
for code in ('p.n', 'str(p)', 'p == 1', 'bool(p)', 'repr(p)[:11]', 'p.x'):
    try: print(code, eval(code))
    except ReferenceError as e: print(code, 'ReferenceError', e)
for bad in (5, 'a', 1.5, None, (), [], {}, object(), b'', range(1), slice(1), True, 1j, ValueError(), property(), iter([]), {}.keys()):
    try: print(type(bad).__name__, weakref.ref(bad))
    except TypeError as e: print(e)
for good in (set(), frozenset(), lambda: 0, C, C(1).__init__, len, (i for i in ()), type(''), memoryview(b''), type('E', (Exception,), {})(), type('L', (list,), {})(), gc):
    r = weakref.ref(good); print(r() is good, end=' ')
print()
f = weakref.finalize(C, print, 'x'); print(f.alive, f.peek()[2], f.detach()[2], f.alive, f.detach())
