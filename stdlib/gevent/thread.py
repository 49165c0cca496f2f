"""The module _thread with greenlets for threads."""

import _thread

from _fiber import getcurrent

from gevent.greenlet import Greenlet
from gevent.local import local as _local
from gevent.lock import BoundedSemaphore

__implements__ = ["allocate_lock", "get_ident", "exit", "LockType", "stack_size",
                  "start_new_thread", "_local"]
__all__ = ["allocate_lock", "error", "exit", "get_ident", "interrupt_main", "LockType",
           "stack_size", "start_new_thread", "TIMEOUT_MAX"]

error = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
interrupt_main = _thread.interrupt_main


def get_ident(gr=None):
    """A number that no other living greenlet has."""
    return id(getcurrent() if gr is None else gr)


def start_new_thread(function, args=(), kwargs=None):
    """Runs a function in a greenlet; gives its ident."""
    if kwargs is None:
        return get_ident(Greenlet.spawn(function, *args))
    return get_ident(Greenlet.spawn(function, *args, **kwargs))


class LockType(BoundedSemaphore):
    """A lock; any greenlet may release it."""

    _OVER_RELEASE_ERROR = RuntimeError

    def __init__(self):
        super().__init__(1)

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock; waits for it, at most so many seconds if that is not -1."""
        if timeout == -1:
            timeout = None
        if timeout is not None:
            if not blocking:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout < 0:
                raise ValueError("timeout value must be positive")
            if timeout > TIMEOUT_MAX:
                raise OverflowError("timeout value is too large")
        return super().acquire(blocking, timeout)

    def __enter__(self):
        return self.acquire()


allocate_lock = LockType


def exit():
    """Ends the running greenlet."""
    raise getcurrent().GreenletExit


def stack_size(size=None):
    """Stacks of greenlets grow as they need: 0 is the only size."""
    if size:
        raise ValueError("stacks of greenlets have no size that could be set")
    return 0
