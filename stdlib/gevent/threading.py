"""What a patched program finds in the module threading in place of its own."""

import threading

from _fiber import getcurrent

from gevent.local import local
from gevent.lock import RLock
from gevent.thread import allocate_lock as _allocate_lock
from gevent.thread import get_ident, start_new_thread as _start_new_thread

__implements__ = ["local", "_start_new_thread", "_allocate_lock", "Lock", "get_ident",
                  "_DummyThread", "_RLock"]

Lock = _allocate_lock
_RLock = RLock


class _DummyThread(threading._DummyThread):
    """The thread that a greenlet looks like which was not started as one. It goes with it."""

    def __init__(self):
        super().__init__()
        greenlet = getcurrent()
        ident = self._ident
        rawlink = getattr(greenlet, "rawlink", None)
        if rawlink is not None:
            rawlink(lambda source: threading._active.pop(ident, None))
