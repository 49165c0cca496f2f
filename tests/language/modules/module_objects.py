# Modules are objects: attributes, dict, repr, creation, equality.
import sys, math, builtins
M = type(sys)
m = M('name', 'doc')
print(m, m.__name__, m.__doc__, M('n').__doc__, sorted(vars(m)), m == M('name'), m == m, hash(m) == hash(m))
m.x = 1; m.y = 2; del m.x
print(m.y, hasattr(m, 'x'), vars(m)['y'])
m.__dict__['z'] = 3; print(m.z); m.__name__ = 'renamed'; print(m)
try: m.nope
except AttributeError as e: print(e)
try: del m.nope
except AttributeError as e: print(e)
try: m.__dict__ = {}
except AttributeError as e: print(e)
for a in (), (5,), ('n', 1, 2):
    try: M(*a)
    except TypeError as e: print(e)
del m.__name__
try: m.nope
except AttributeError as e: print(e)
class Sub(M):
    def __getattr__(self, n): return 'sub ' + n
    @property
    def prop(self): return 'property'
    def __repr__(self): return 'Sub!'
s = Sub('s'); print(s, s.anything, s.prop, s.__name__)
s.__class__ = M; print(hasattr(s, 'prop'))
print(sys, math, builtins, sys.__name__, math.__name__, type(math).__name__, callable(math), bool(math))
f = eval('lambda: x', {'x': 'from dict'}); print(f(), f.__globals__['x'])
exec('def g(): return q\nq = 5', m.__dict__); print(m.g(), m.q); m.q = 6; print(m.g())
