from ..sub import where
from .. import sub as uncle
from . import marker
name = 'leaf name'
def path(): return where, uncle.__name__, marker
