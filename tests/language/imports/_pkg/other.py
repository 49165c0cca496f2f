from . import sub
from .sub import where as w
from . import flag
from .deep import leaf
combined = (w, flag, leaf.name)
