import sys
from .util import shout
print(__name__, __package__, sys.argv[1:], shout('tool'), '_runnable' in sys.modules, '_runnable.tool' in sys.modules)
