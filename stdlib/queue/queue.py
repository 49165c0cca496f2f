"""Queues that threads and fibers hand things over with.

Queue, LifoQueue and PriorityQueue share everything but how they keep their items, which subclasses
settle by overriding _init, _qsize, _put and _get. SimpleQueue (native) is without bound and without
counting of tasks.
"""

from _queue import Empty, SimpleQueue, _Queue, _recognise
from collections import deque
from heapq import heappop, heappush
from threading import Condition, Lock
from types import GenericAlias

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """put() found no room in time."""


class Queue(_Queue):
    """First in, first out; holds `maxsize` items at most, or any number when that is not positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()  # held by all that touch the items
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0

    # What put, get and the rest do when they cannot work on the items directly: with the mutex held,
    # by the hooks below.

    def _put_by_hooks(self, item, block, timeout):
        def has_room():
            return self._qsize() < self.maxsize

        with self.not_full:
            if self.maxsize > 0 and not self._wait_for(self.not_full, has_room, block, timeout):
                raise Full
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _get_by_hooks(self, block, timeout):
        with self.not_empty:
            if not self._wait_for(self.not_empty, self._qsize, block, timeout):
                raise Empty
            item = self._get()
            self.not_full.notify()
            return item

    @staticmethod
    def _wait_for(condition, predicate, block, timeout):
        if not block:
            return predicate()
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return condition.wait_for(predicate, timeout)

    def _task_done_by_hooks(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks = unfinished
            if unfinished == 0:
                self.all_tasks_done.notify_all()

    def _join_by_hooks(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def _qsize_by_hooks(self):
        with self.mutex:
            return self._qsize()

    def _empty_by_hooks(self):
        with self.mutex:
            return not self._qsize()

    def _full_by_hooks(self):
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


_recognise(Queue, LifoQueue, PriorityQueue, heappush, heappop, Full)
