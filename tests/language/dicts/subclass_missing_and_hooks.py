# Dict subclasses: __missing__, overridden methods, and what bypasses them.
class Default(dict):
    def __missing__(self, k): self[k] = v = len(self); return v
d = Default()
print(d['a'], d['b'], d['a'], d, d.get('zz'), d.pop('zz', 0), 'zz' in d, d.setdefault('y', 7))
class Log(dict):
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
    def __contains__(self, k): print('contains', k); return super().__contains__(k)
    def keys(self): print('keys'); return super().keys()
    def __iter__(self): print('iter'); return super().__iter__()
l = Log(a=1)
l['b'] = 2; l['b']; del l['b']; 'a' in l
l.update(c=3); l.setdefault('e', 5); l.get('a'); l.pop('e'); print(len(l), l == {'a': 1, 'c': 3})
print(dict(l))
print({**l})
print(list(l))
print(Log(l))
print(l | {})
print(l.copy().__class__.__name__)
def f(**k): return k
print(f(**l)); exec('x = a + c', {}, l)
class Attr(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n) from None
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
a = Attr(x=1); a.y = 2; del a.x; print(a, a.y, hasattr(a, 'x'), vars(a))
class Ci(dict):
    def __init__(self, *p, **k):
        super().__init__()
        for key, v in dict(*p, **k).items(): self[key] = v
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
c = Ci(Foo=1); c['BAR'] = 2; print(c['foo'], c['Bar'], c, isinstance(c, dict), c == {'foo': 1, 'bar': 2})
