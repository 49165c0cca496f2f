# __import__, replacing entries of sys.modules, None entries, modules without files.
import sys
m = __import__('_pkg.deep.leaf2')
print(m.__name__, __import__('_pkg.deep', fromlist=['x']).__name__,
    __import__('_pkg.deep.leaf2', None, None, ('y',)).__name__)
print(__import__('sub', {'__package__': '_pkg'}, {}, ['where'], 1).where,
    __import__('', {'__package__': '_pkg'}, {}, ['sub'], 1).__name__)
class Fake: attr = 'fake attribute'
sys.modules['faked'] = Fake
import faked
from faked import attr
print(faked is Fake, attr)
sys.modules['blocked'] = None
try: import blocked
except ModuleNotFoundError as e: print(e)
Mod = type(sys)
mod = Mod('made', 'its doc'); mod.x = 5
sys.modules['made'] = mod
import made
print(made.x, made.__name__, made.__doc__, made, made.__loader__, made.__spec__)
exec('y = x + 1', mod.__dict__); print(made.y)
try: from made import nope
except ImportError as e: print(e)
for a in (5,), (), ('',), ('a', {}, {}, [], -1), ('.a',), ('a..b',), ('nope_mod',), ('sys.nope',):
    try: print(__import__(*a))
    except (ImportError, TypeError, ValueError, KeyError) as e: print(a, type(e).__name__, e)
import _replaces_itself
print(_replaces_itself, type(sys.modules['_replaces_itself']).__name__)
import builtins
real = builtins.__import__
def spy(name, *a): print('import', name, a[2] if len(a) > 2 else None,
        a[3] if len(a) > 3 else 0); return real(name, *a)
builtins.__import__ = spy
import math
from math import pi, e
import _pkg.deep.leaf2 as lf
builtins.__import__ = real
print(pi, lf.__name__)
