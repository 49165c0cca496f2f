# Packages: __init__, submodules, attributes set on the parent.
import _pkg
print(_pkg.__name__, _pkg.__package__, _pkg.flag, hasattr(_pkg, 'sub'),
    _pkg.__path__[0].endswith('imports/_pkg'))
import _pkg.sub
print(_pkg.sub.where, _pkg.sub.__name__, _pkg.sub.__package__)
from _pkg import sub, other
print(sub is _pkg.sub, other.__name__)
import _pkg.deep.leaf
print(_pkg.deep.leaf.path(), _pkg.deep.__name__)
import _pkg.deep.leaf as leaf, _pkg.sub as s
print(leaf is _pkg.deep.leaf, s is sub)
from _pkg.deep import leaf as l2, marker
print(l2 is leaf, marker)
import sys
print(sorted(m for m in sys.modules if m.startswith('_pkg')))
