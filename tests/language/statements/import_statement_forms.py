# import, from import, as, dotted, and what names they bind.
import sys, time as t
import math as m, sys as s
from math import pi, sqrt as root
from math import (floor,
                  ceil as up,)
print(sys is s, t.__name__, m.__name__, pi, root(16), floor(1.5), up(1.5))
def f():
    import math
    from math import e as euler
    return math.pi == pi, round(euler, 3)
print(f())
class C:
    import math
    from math import tau
print(C.math.pi, C.tau)
for code in ['import nope', 'import nope.sub', 'from nope import x', 'from math import nope', 'import math.nope',
             'from math.nope import x', 'from . import x', 'from .a import b', 'import sys.path']:
    try: exec(code, {'__name__': '__main__'})
    except Exception as e: print(code, '->', type(e).__name__, e)
try: from math import nope2
except ImportError as e: print(e.name, e.msg.split(' (')[0])
try: import nope3
except ModuleNotFoundError as e: print(e.name, e.path)
ns = {}
exec('from math import *', ns)
print('cos' in ns, '__name__' in ns, '_x' in ns)
