"""The module time, with a sleep that lets other greenlets run."""

import time as _time
from time import *

from gevent.hub import sleep

__implements__ = ["sleep"]
__all__ = __implements__ + [name for name in dir(_time) if not name.startswith("_")]
