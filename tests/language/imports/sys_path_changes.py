# sys.path is consulted at each import: append, insert, remove, bad entries.
import sys
try: import _extra_module
except ModuleNotFoundError as e: print(e)
here = sys.path[0]
sys.path.append(here + '/_extra_folder')
import _extra_module
print(_extra_module.value)
sys.path.insert(0, '/nonexistent/folder')
sys.path.append('also/not/there')
from _extra_module import value
import _second_extra
print(_second_extra.value)
saved, sys.path[:] = sys.path[:], []
try: import _plain_never_found
except ModuleNotFoundError as e: print(e)
try: import math, sys as s2
except ModuleNotFoundError: print('builtin modules need no path')
print(s2 is sys)
sys.path[:] = saved
del sys.modules['_extra_module']
import _extra_module as again
print(again is _extra_module, again.value)
