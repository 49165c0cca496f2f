# Import errors: missing names and modules, relative imports, partial modules, bad __all__, sys.modules.
import sys
space = {'__name__': 'here', '__package__': None}
for source in ('import nothing_here', 'import nothing_here.inner', 'from nothing_here import x', 'from sys import nothing', 'from sys import path, nothing', 'import sys.inner', 'from sys.inner import x', 'from . import x', 'from .x import y', 'from .. import x', 'from ... import x',
        'import math as m, nothing_here as n', 'from math import (pi as p,\n e)', 'from math import pi as p, nothing as q', 'import a b', 'from x import', 'from x import *, y', 'from x import (', 'from x import ()', 'import', 'import x as', 'import x.y as z.w', 'from x import y as z.w', 'import x as 5', 'from . import *', 'def f():\n from x import *', 'class A:\n from math import *\n print(pi > 3)', 'from x import a, b,', 'from x import (a, b,)', 'from .x.y import z', 'import .x', 'from x.y. import z', 'from __future__ import nothing', 'from __future__ import braces', 'x = 1\nfrom __future__ import annotations', 'from __future__ import annotations as a, division'):
    try: exec(source, dict(space)); print('ok', source)
    except ImportError as e: print(type(e).__name__, e, '|', e.name, e.path and 'path')
    except SyntaxError as e: print('SyntaxError', e.msg, e.lineno, e.offset)
    except Exception as e: print(type(e).__name__, e)
sys.modules['halted'] = None
try: import halted
except ImportError as e: print(type(e).__name__, e, e.name)
M = type(sys)
fake = sys.modules['fake'] = M('fake'); fake.x = 5; fake.__path__ = []
from fake import x; print(x)
try: from fake import y
except ImportError as e: print(e)
try: import fake.sub
except ImportError as e: print(e)
fake.sub = 'attribute'; from fake import sub; print(sub)
sys.modules['fake.sub2'] = 'module object'
from fake import sub2; print(sub2)
class Odd:
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        return 'dynamic ' + n
sys.modules['odd'] = Odd()
from odd import anything; print(anything)
import odd; print(odd.thing)
try: exec('from odd import *')
except ImportError as e: print(e)
fake.__all__ = ['x', 'missing']
try: exec('from fake import *')
except AttributeError as e: print(e)
for args in (('',), (5,), ('sys', None, None, (), -1), ('x', {}, None, (), 1), ('', {'__package__': ''}, None, (), 1), ('x', {'__package__': 5}, None, (), 1), ('sys', 5, 5, (), 0), ('sys', {}, {}, 'a'), ('x', {'__name__': 'p.q'}, {}, (), 1), ('x', {'__package__': 'nope_pkg'}, {}, (), 1), ('x', {'__package__': 'a'}, {}, (), 3)):
    try: print(__import__(*args).__name__)
    except Exception as e: print(args, type(e).__name__, e)
import builtins
original = builtins.__import__
def hook(name, globals=None, locals=None, fromlist=(), level=0):
    print('import', name, fromlist, level, end='; ')
    return original(name, globals, locals, fromlist, level)
builtins.__import__ = hook
import math, sys as s; from math import pi, e as euler; import fake
print(s is sys)
del builtins.__import__
try: import math
except ImportError as e: print(e)
builtins.__import__ = original
