"""The selector that lets other greenlets run."""

import selectors as _module
from selectors import EVENT_READ, EVENT_WRITE

from gevent import select as _select

__all__ = ["DefaultSelector", "GeventSelector"]


class GeventSelector(_module.PollSelector):
    """Files to wait for."""

    def _make(self):
        return _select.poll()


DefaultSelector = GeventSelector
__implements__ = ["DefaultSelector"]
