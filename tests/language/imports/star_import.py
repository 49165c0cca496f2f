# from module import *: __all__, underscore names, binding rules, errors.
from _star_all import *
print(public, _listed, 'unlisted' in globals())
from _star_plain import *
print(a, b, '_private' in globals(), 'sys' in globals())
ns = {}
exec('from _pkg import *', ns)
print(ns['sub'].where, ns['flag'], ns['listed'], 'unlisted' in ns)
import _star_plain
for bad in ['missing'], [5], ['a', 'b']:
    _star_plain.__all__ = bad
    try: exec('from _star_plain import *', ns); print('ok')
    except (AttributeError, TypeError, ImportError) as e: print(type(e).__name__, e)
