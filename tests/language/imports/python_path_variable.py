# The environment's import path is searched after the script's folder.
import _from_path
print(_from_path.where)
import _shadowed
print(_shadowed.where)
from _path_pkg.inside import name
print(name)
import sys
print(sys.path[0].endswith('imports'), any(p.endswith('on_the_path') for p in sys.path))
