# A folder without __init__ is a namespace package.
import _nspkg.part
print(_nspkg.part.name, _nspkg.__name__, hasattr(_nspkg, '__file__') and _nspkg.__file__)
from _nspkg import part
from _nspkg.inner import leaf
print(part is _nspkg.part, leaf.name)
try: import _nspkg.missing
except ModuleNotFoundError as e: print(e)
