# Module-level __getattr__ and __dir__.
import _lazy
print(_lazy.dynamic, _lazy.real, _lazy.__name__)
from _lazy import computed, real
print(computed, real)
try: _lazy.nope
except AttributeError as e: print(e)
try: from _lazy import nope
except ImportError as e: print(type(e).__name__, str(e).split(' (')[0])
print(dir(_lazy), hasattr(_lazy, 'x_1'), getattr(_lazy, 'zz', 'default'))
_lazy.dynamic = 'now real'
print(_lazy.dynamic)
del _lazy.dynamic
print(_lazy.dynamic)
try: del _lazy.never
except AttributeError as e: print(e)
