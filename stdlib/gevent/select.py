"""select() and poll that let other greenlets run."""

import select as _module

from gevent.monkey import get_original as _get_original

error = OSError

__implements__ = ["select", "poll", "epoll"]
__all__ = ["error", "select", "poll"]

POLLIN, POLLOUT, POLLNVAL = _module.POLLIN, _module.POLLOUT, _module.POLLNVAL
_select_with = _module._select_with


def select(rlist, wlist, xlist, timeout=None):
    """Waits until files are ready: those that are, in three lists."""
    return _select_with(rlist, wlist, xlist, timeout, True)


class poll(_get_original("select", "poll")):
    """Descriptors to wait for, with the events of each."""

    _cooperative = True


class epoll(_get_original("select", "epoll")):
    """Descriptors to wait for, kept by the system."""

    _cooperative = True
