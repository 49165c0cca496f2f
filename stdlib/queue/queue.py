"""Queues that threads and fibers hand things over with.

Queue, LifoQueue and PriorityQueue share everything but how they keep their items, which subclasses
settle by overriding _init, _qsize, _put and _get. SimpleQueue (native) is without bound and without
counting of tasks.
"""

from _queue import Empty, SimpleQueue
from collections import deque
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic as _time
from types import GenericAlias

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """put() found no room in time."""


class Queue:
    """First in, first out; holds `maxsize` items at most, or any number when that is not positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()  # held by all that touch the items
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0

    def put(self, item, block=True, timeout=None):
        """Adds an item, waiting for room when told to; Full when there is none in time."""
        with self.not_full:
            if self.maxsize > 0 and self._qsize() >= self.maxsize:
                self._await_room(block, timeout)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _await_room(self, block, timeout):
        def has_room():
            return self._qsize() < self.maxsize

        if not self._wait_for(self.not_full, has_room, block, timeout):
            raise Full

    def get(self, block=True, timeout=None):
        """Takes an item, waiting for one when told to; Empty when there is none in time."""
        with self.not_empty:
            if not self._qsize():
                if not self._wait_for(self.not_empty, self._qsize, block, timeout):
                    raise Empty
            item = self._get()
            self.not_full.notify()
            return item

    @staticmethod
    def _wait_for(condition, predicate, block, timeout):
        if not block:
            return False
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return condition.wait_for(predicate, timeout)

    def put_nowait(self, item):
        """put() that does not wait."""
        return self.put(item, block=False)

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(block=False)

    def task_done(self):
        """Tells that an item taken from the queue has been dealt with."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks = unfinished
            if unfinished == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until every item that was put has been dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many items it holds; others may change that at any time."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether it holds none."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether it holds as many as it may."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    __class_getitem__ = classmethod(GenericAlias)

    # How items are kept. All are called with the mutex held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class PriorityQueue(Queue):
    """The smallest item is taken first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """The newest item is taken first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
