import sys
from . import util
from .util import shout
print(__name__, __package__, sys.argv[1:], sys.argv[0].endswith('_runnable/__main__.py'))
print(shout('hi'), util.__name__)
