"""Queues between greenlets.

A put or get that cannot go on waits as a Waiter in the queue; who changes that asks the hub for one
call of _unlock, which serves as many as it can, first come first.
"""

import sys
from collections import deque
from heapq import heapify, heappop, heappush
from queue import Empty, Full

from _fiber import call_soon as _call_soon, is_callback as _is_callback

from gevent.exceptions import InvalidSwitchError
from gevent.hub import Waiter, get_hub
from gevent.timeout import start_limit

__all__ = [
    "SimpleQueue",
    "Queue",
    "PriorityQueue",
    "LifoQueue",
    "JoinableQueue",
    "Channel",
    "Empty",
    "Full",
]


class _Iterable:
    """Iterating takes items, waiting for them, until StopIteration itself comes as one."""

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise StopIteration
        return item

    next = __next__


class _ItemWaiter(Waiter):
    """Waits for room for its item."""

    __slots__ = ("item", "queue")

    def __init__(self, item, queue):
        super().__init__()
        self.item = item
        self.queue = queue


def _wait_as(waiter, queue):
    """Waits in `queue`, one of the two of a queue's sides."""
    result = waiter.get()
    if result is not waiter:
        raise InvalidSwitchError(f"Invalid switch into Queue: {result!r}")


def _leave(waiters, waiter):
    try:
        waiters.remove(waiter)
    except ValueError:
        pass


class Queue(_Iterable):
    """A queue of at most `maxsize` items; without it of any number."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None, *, _warn_depth=2):
        if maxsize is not None and maxsize <= 0:
            if maxsize == 0:
                import warnings

                warnings.warn(
                    "Queue(0) now equivalent to Queue(None); if you want a channel, use Channel",
                    DeprecationWarning,
                    stacklevel=_warn_depth,
                )
            maxsize = None
        self._maxsize = maxsize
        self.getters = deque()
        self.putters = deque()
        self._event_unlock = None
        self.queue = self._create_queue(items)

    def _create_queue(self, items=()):
        return deque(items)

    def _get(self):
        return self.queue.popleft()

    def _put(self, item):
        self.queue.append(item)

    def _peek(self):
        return self.queue[0]

    @property
    def hub(self):
        """The hub of the calling thread."""
        return get_hub()

    @property
    def maxsize(self):
        """How many items it takes; None for any number."""
        return self._maxsize

    @maxsize.setter
    def maxsize(self, value):
        self._maxsize = None if value is None or value < 0 else value

    def copy(self):
        """A queue of the same kind with the same items."""
        return type(self)(self._maxsize, self.queue)

    def qsize(self):
        """How many items are in it."""
        return len(self.queue)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def empty(self):
        """Whether nothing is in it."""
        return not self.qsize()

    def full(self):
        """Whether it takes no more."""
        return self._maxsize is not None and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        """Adds an item; waits for room, and raises Full when there is none in time."""
        if self._maxsize is None or self.qsize() < self._maxsize:
            self._put(item)
            if self.getters:
                self._schedule_unlock()
        elif _is_callback():
            # The hub may not wait, but a getter that waits might take the item.
            self._put_in_hub(item)
        elif block:
            waiter = _ItemWaiter(item, self)
            self.putters.append(waiter)
            limit = start_limit(timeout, Full)
            try:
                if self.getters:
                    self._schedule_unlock()
                _wait_as(waiter, self.putters)
            finally:
                limit.cancel()
                _leave(self.putters, waiter)
        else:
            raise Full

    def _put_in_hub(self, item):
        while self.getters and self.full():
            getter = self.getters.popleft()
            getter.switch(getter)
        if self.full():
            raise Full
        self._put(item)

    def put_nowait(self, item):
        """As put, but raises Full instead of waiting."""
        self.put(item, False)

    def _take(self, take, block, timeout):
        if self.qsize():
            if self.putters:
                self._schedule_unlock()
            return take()
        if _is_callback():
            while self.putters and not self.qsize():
                self._serve_putter()
            if self.qsize():
                return take()
            raise Empty
        if not block:
            raise Empty
        waiter = Waiter()
        self.getters.append(waiter)
        limit = start_limit(timeout, Empty)
        try:
            if self.putters:
                self._schedule_unlock()
            _wait_as(waiter, self.getters)
        finally:
            limit.cancel()
            _leave(self.getters, waiter)
        return take()

    def get(self, block=True, timeout=None):
        """Takes an item; waits for one, and raises Empty when none comes in time."""
        return self._take(self._get, block, timeout)

    def get_nowait(self):
        """As get, but raises Empty instead of waiting."""
        return self.get(False)

    def peek(self, block=True, timeout=None):
        """The next item, which stays."""
        return self._take(self._peek, block, timeout)

    def peek_nowait(self):
        """As peek, but raises Empty instead of waiting."""
        return self.peek(False)

    def _schedule_unlock(self):
        if self._event_unlock is None:
            self._event_unlock = _call_soon(self._unlock)

    def _serve_putter(self):
        putter = self.putters.popleft()
        try:
            self._put(putter.item)
        except BaseException:
            putter.throw(*sys.exc_info())
        else:
            putter.switch(putter)

    def _unlock(self):
        # In the hub. Those who go on may ask for another call.
        self._event_unlock = None
        while True:
            served = False
            if self.putters and (self._maxsize is None or self.qsize() < self._maxsize):
                served = True
                self._serve_putter()
            if self.getters and self.qsize():
                served = True
                getter = self.getters.popleft()
                getter.switch(getter)
            if not served:
                return

    def _format(self):
        parts = []
        if self._maxsize is not None:
            parts.append(f"maxsize={self._maxsize!r}")
        if self.queue:
            parts.append(f"queue={self.queue!r}")
        if self.getters:
            parts.append(f"getters[{len(self.getters)}]")
        if self.putters:
            parts.append(f"putters[{len(self.putters)}]")
        return "".join(" " + part for part in parts)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}{self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__}{self._format()}>"


class UnboundQueue(Queue):
    """A queue of any number of items."""

    def __init__(self, maxsize=None, items=()):
        if maxsize is not None:
            raise ValueError("UnboundQueue has no maxsize")
        super().__init__(None, items)


class PriorityQueue(Queue):
    """A queue that gives the smallest item first."""

    def _create_queue(self, items=()):
        heap = list(items)
        heapify(heap)
        return heap

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """A queue that gives the newest item first."""

    def _create_queue(self, items=()):
        return list(items)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class JoinableQueue(Queue):
    """A queue that knows how many of its items are still worked on."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        from gevent.event import Event

        super().__init__(maxsize, items, _warn_depth=3)
        self._cond = Event()
        self._cond.set()
        self.unfinished_tasks = 0
        if unfinished_tasks:
            self._did_put(unfinished_tasks)
        elif items:
            self._did_put(len(items))

    def copy(self):
        """A queue of the same kind with the same items and tasks."""
        return type(self)(self._maxsize, self.queue, self.unfinished_tasks)

    def _did_put(self, count):
        self.unfinished_tasks += count
        self._cond.clear()

    def _put(self, item):
        super()._put(item)
        self._did_put(1)

    def task_done(self):
        """The work on one item is done."""
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._cond.set()

    def join(self, timeout=None):
        """Waits until all work is done; False when time is up before."""
        return self._cond.wait(timeout=timeout)

    def _format(self):
        tasks = f" tasks={self.unfinished_tasks}" if self.unfinished_tasks else ""
        return super()._format() + tasks


class SimpleQueue:
    """A queue of any number of items, with the least there is."""

    def __init__(self):
        self._queue = Queue()

    def put(self, item, block=True, timeout=None):
        """Adds an item, at once."""
        self._queue.put(item)

    def put_nowait(self, item):
        """Adds an item, at once."""
        self._queue.put(item)

    def get(self, block=True, timeout=None):
        """Takes an item; waits for one, and raises Empty when none comes in time."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return self._queue.get(block, timeout)

    def get_nowait(self):
        """As get, but raises Empty instead of waiting."""
        return self._queue.get(False)

    def empty(self):
        """Whether nothing is in it."""
        return self._queue.empty()

    def qsize(self):
        """How many items are in it."""
        return self._queue.qsize()


class Channel(_Iterable):
    """A queue of no items: a put waits for the get that takes its item."""

    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError("Channels have a maxsize of 1")
        self.getters = deque()
        self.putters = deque()
        self._event_unlock = None

    @property
    def hub(self):
        """The hub of the calling thread."""
        return get_hub()

    @property
    def balance(self):
        """How many more wait to put than to get."""
        return len(self.putters) - len(self.getters)

    def qsize(self):
        """Always 0."""
        return 0

    def empty(self):
        """Always."""
        return True

    def full(self):
        """Always."""
        return True

    def put(self, item, block=True, timeout=None):
        """Waits until somebody takes the item; raises Full when nobody does in time."""
        if _is_callback():
            if not self.getters:
                raise Full
            getter = self.getters.popleft()
            getter.switch(item)
            return
        if not block and not self.getters:
            raise Full
        waiter = _ItemWaiter(item, self)
        self.putters.append(waiter)
        limit = start_limit(0 if not block else timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            _wait_as(waiter, self.putters)
        finally:
            limit.cancel()
            _leave(self.putters, waiter)

    def put_nowait(self, item):
        """As put, but raises Full instead of waiting."""
        self.put(item, False)

    def get(self, block=True, timeout=None):
        """Takes an item from who puts one; raises Empty when nobody does in time."""
        if _is_callback():
            if not self.putters:
                raise Empty
            putter = self.putters.popleft()
            _call_soon(putter.switch, putter)
            return putter.item
        if not block and not self.putters:
            raise Empty
        waiter = Waiter()
        self.getters.append(waiter)
        limit = start_limit(0 if not block else timeout, Empty)
        try:
            if self.putters:
                self._schedule_unlock()
            return waiter.get()
        finally:
            limit.cancel()
            _leave(self.getters, waiter)

    def get_nowait(self):
        """As get, but raises Empty instead of waiting."""
        return self.get(False)

    def _schedule_unlock(self):
        if self._event_unlock is None:
            self._event_unlock = _call_soon(self._unlock)

    def _unlock(self):
        # In the hub.
        self._event_unlock = None
        while self.getters and self.putters:
            getter = self.getters.popleft()
            putter = self.putters.popleft()
            getter.switch(putter.item)
            putter.switch(putter)

    def _format(self):
        parts = []
        if self.getters:
            parts.append(f"getters[{len(self.getters)}]")
        if self.putters:
            parts.append(f"putters[{len(self.putters)}]")
        return " ".join(parts)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"
