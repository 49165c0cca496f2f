"""Functions that run in threads of their own while greenlets go on."""

import sys
import threading
from collections import deque

from _fiber import Waiter as _OneShot

from gevent.event import AsyncResult
from gevent.greenlet import Greenlet
from gevent.hub import get_hub
from gevent.lock import Semaphore
from gevent.pool import GroupMappingMixin

__all__ = ["ThreadPool", "ThreadResult", "ThreadPoolExecutor"]


class ThreadResult:
    """What a function that ran in a thread came to: a value, or exc_info."""

    def __init__(self, receiver, hub, call_when_ready):
        self.receiver = receiver
        self.hub = hub
        self.value = None
        self.exc_info = ()
        self._call_when_ready = call_when_ready
        self._arrived = _OneShot()

    @property
    def exception(self):
        """The exception; None if there was none."""
        return self.exc_info[1] if self.exc_info else None

    def successful(self):
        """Whether the function returned."""
        return not self.exc_info

    def set(self, value):
        """In the thread: the function returned."""
        self.value = value
        self._arrived.wake()

    def handle_error(self, context, exc_info):
        """In the thread: the function raised."""
        self.exc_info = exc_info
        self.context = context
        self._arrived.wake()

    def deliver(self):
        """In the hub's thread: waits for the thread and tells the receiver."""
        self._arrived.wait()
        if self.exc_info:
            self.hub.handle_error(self.context, *self.exc_info)
        self._call_when_ready()
        self.receiver(self)


class _Job:
    """A function that is to be called in a thread."""

    __slots__ = ("function", "args", "kwargs", "result")

    def __init__(self, function, args, kwargs, result):
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.result = result

    def run(self, pool):
        try:
            value = self.function(*self.args, **self.kwargs)
        except BaseException:
            self.result.handle_error((pool, self.function), sys.exc_info())
        else:
            self.result.set(value)


class ThreadPool(GroupMappingMixin):
    """At most `maxsize` threads that run functions; they are made when there is work for them."""

    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        if not isinstance(maxsize, int):
            raise TypeError(f"maxsize must be integer: {maxsize!r}")
        if maxsize < 0:
            raise ValueError(f"maxsize must not be negative: {maxsize!r}")
        self.hub = get_hub() if hub is None else hub
        self._maxsize = maxsize
        self._room = Semaphore(maxsize)
        # Jobs for the threads; threads of their own kind even in a patched program.
        self._jobs = deque()
        self._condition = _native_condition()
        self._threads = 0
        self._idle = 0
        self._unfinished = 0
        self._closed = False

    def __repr__(self):
        hub = self.hub
        return (f"<{type(self).__name__} at {id(self):#x} tasks={self._unfinished} size={self.size} "
                f"maxsize={self._maxsize} hub=<{type(hub).__name__} at {id(hub):#x} "
                f"thread_ident={hub.thread_ident:#x}>>")

    def __len__(self):
        return self._unfinished

    @property
    def size(self):
        """How many threads there are."""
        return self._threads

    @property
    def maxsize(self):
        """How many threads there may be."""
        return self._maxsize

    @maxsize.setter
    def maxsize(self, value):
        if not isinstance(value, int) or value < 0:
            raise ValueError(f"maxsize must be a number of threads: {value!r}")
        for _ in range(value - self._maxsize):
            self._room.release()
        for _ in range(self._maxsize - value):
            self._room.counter -= 1
        self._maxsize = value

    def adjust(self):
        """Threads are made and end as they are needed."""

    def spawn(self, func, *args, **kwargs):
        """Calls a function in a thread; gives an AsyncResult. Waits until a thread is free."""
        self._room.acquire()
        result = AsyncResult()
        thread_result = ThreadResult(result, self.hub, self._job_ended)
        self._unfinished += 1
        _call_later(thread_result.deliver)
        with self._condition:
            self._closed = False
            self._jobs.append(_Job(func, args, kwargs, thread_result))
            if self._idle:
                self._condition.notify()
            elif self._threads < max(self._maxsize, 1):
                self._threads += 1
                _start_thread(self._work, ())
        return result

    def _work(self):
        while True:
            with self._condition:
                while not self._jobs:
                    if self._closed:
                        self._threads -= 1
                        return
                    self._idle += 1
                    self._condition.wait()
                    self._idle -= 1
                job = self._jobs.popleft()
            job.run(self)
            del job

    def _job_ended(self):
        self._unfinished -= 1
        self._room.release()

    def join(self):
        """Waits until all that was spawned has ended."""
        from gevent.hub import sleep

        delay = 0.0005
        while self._unfinished:
            delay = min(delay * 2, 0.05)
            sleep(delay)

    def kill(self):
        """Lets the threads end once they have no more work."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def _apply_async_use_greenlet(self):
        # spawn() waits when no thread is free.
        return True

    def apply_async(self, func, args=None, kwds=None, callback=None):
        """Calls a function in a thread; a greenlet is returned. callback(value) when it ends."""
        return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)


def _call_later(function):
    """Runs a function on a greenlet that nobody knows."""
    from gevent.hub import spawn_raw

    spawn_raw(function)


def _original(name):
    from gevent.monkey import get_original

    return get_original("_thread", name)


def _start_thread(function, args):
    _original("start_new_thread")(function, args)


def _native_condition():
    return threading.Condition(_original("allocate_lock")())


def __getattr__(name):
    # Few need the executor, and what it is made of is large.
    if name != "ThreadPoolExecutor":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from gevent._executor import ThreadPoolExecutor

    return ThreadPoolExecutor
