"""Functions called at given times, by any clock and any way to wait.

scheduler.run() waits, and calls what is due: by time, then by priority (the lower the number the
sooner), then in the order of entering. Other threads may enter and cancel events meanwhile.
"""

import time
from collections import namedtuple
from heapq import heapify, heappop, heappush
from threading import RLock

__all__ = ["scheduler"]

_no_kwargs = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """What was entered; the value by which it is cancelled."""

    __slots__ = ()


class scheduler:
    """A queue of events over a clock `timefunc` and a way to wait, `delayfunc`."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._queue = []
        self._lock = RLock()
        self._entered = 0

    def enterabs(self, time, priority, action, argument=(), kwargs=_no_kwargs):
        """Has action(*argument, **kwargs) called at a time of the clock."""
        if kwargs is _no_kwargs:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, self._entered, action, argument, kwargs)
            self._entered += 1
            heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_no_kwargs):
        """The same, some time from now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out of the queue; ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapify(self._queue)

    def empty(self):
        """Whether no event is left."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Calls what is due until nothing is left.

        With blocking false it does not wait, and gives the time until the next event if there is
        one. An exception of an action or of delayfunc passes through; run may be called again.
        """
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                rest = event.time - self.timefunc()
                if rest <= 0:
                    heappop(self._queue)
            if rest > 0:
                if not blocking:
                    return rest
                self.delayfunc(rest)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # others have their turn

    @property
    def queue(self):
        """The events to come, in their order."""
        with self._lock:
            return sorted(self._queue)
