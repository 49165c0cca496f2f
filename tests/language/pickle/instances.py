# Instances: attributes, slots, __getstate__, __setstate__, __getnewargs__.
import pickle
class Plain:
    def __init__(self): self.a = 1; self.b = [2]
class Slots:
    __slots__ = ('x', 'y')
class Both(Slots):
    pass
class State:
    def __getstate__(self): return {'n': 5}
    def __setstate__(self, state): self.got = state
class New:
    def __new__(cls, a, *, b=0):
        self = object.__new__(cls); self.t = (a, b); return self
    def __getnewargs_ex__(self): return (self.t[0],), {'b': self.t[1]}
class Int(int):
    pass
class List(list):
    pass
class Dict(dict):
    pass
class Guarded:
    def __setattr__(self, name, value): raise TypeError('no')
p = Plain()
s = Slots(); s.x = 1
b = Both(); b.x = 2; b.z = 3
i = Int(7); i.tag = 'i'
l = List([1, 2]); l.tag = 'l'
d = Dict(a=1); d.tag = 'd'
g = Guarded(); g.__dict__['v'] = 1
for protocol in range(2, 6):
    q = pickle.loads(pickle.dumps(p, protocol)); print(q.__dict__)
    q = pickle.loads(pickle.dumps(s, protocol)); print(q.x, hasattr(q, 'y'))
    q = pickle.loads(pickle.dumps(b, protocol)); print(q.x, q.z)
    print(pickle.loads(pickle.dumps(State(), protocol)).got)
    print(pickle.loads(pickle.dumps(New(1, b=2), protocol)).t)
    for v in (i, l, d):
        q = pickle.loads(pickle.dumps(v, protocol)); print(q, q.tag, type(q).__name__)
    print(pickle.loads(pickle.dumps(g, protocol)).v)
print(pickle.dumps(p), pickle.dumps(s), pickle.dumps(b))
