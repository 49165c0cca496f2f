"""Queues between processes: a pipe each."""

import collections
import os
import sys
import threading
import time
from _multiprocessing import SEM_VALUE_MAX
from multiprocessing import connection, context, util
from multiprocessing.reduction import ForkingPickler
from multiprocessing.synchronize import BoundedSemaphore, Condition, Semaphore
from queue import Empty, Full

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']


class Queue:
    """A queue; a thread writes what is put, so that putting waits for nobody."""

    def __init__(self, maxsize=0, *, ctx=None):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._begin(maxsize, *connection.message_pipe(), BoundedSemaphore(maxsize), False)

    def _begin(self, maxsize, reader, writer, sem, ignore_epipe):
        self._maxsize = maxsize
        self._reader, self._writer = reader, writer
        self._sem = sem
        self._ignore_epipe = ignore_epipe
        self._reset()
        util.register_after_fork(self, Queue._reset)

    def _reset(self):
        # The thread that writes is this process's own.
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = collections.deque()
        self._thread = None
        self._finalizer = None
        self._cancelled = False
        self._closed = False

    def __getstate__(self):
        context.assert_spawning(self)
        return self._maxsize, self._reader, self._writer, self._sem, self._ignore_epipe

    def __setstate__(self, state):
        self._begin(*state)

    def put(self, obj, block=True, timeout=None):
        """Puts an object; Full when there is no room (after so many seconds)."""
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if not self._sem.acquire(block, timeout):
            raise Full
        self._hand_in(obj)

    def _hand_in(self, obj):
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def get(self, block=True, timeout=None):
        """The next object; Empty when there is none (after so many seconds)."""
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if block and timeout is None:
            data = self._reader.recv_bytes()
        else:
            deadline = time.monotonic() + timeout if block else None
            while (data := self._reader._receive_if_there()) is None:
                rest = 0.0 if deadline is None else deadline - time.monotonic()
                if rest <= 0 or not self._reader.poll(rest):
                    raise Empty
        self._sem.release()
        return ForkingPickler.loads(data)

    def qsize(self):
        """About how many objects are in it."""
        return self._maxsize - self._sem.get_value()

    def empty(self):
        """Whether nothing can be got now."""
        return not self._reader.poll()

    def full(self):
        """Whether there is no room."""
        return self._sem.get_value() == 0

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(False)

    def put_nowait(self, obj):
        """put() that does not wait."""
        return self.put(obj, False)

    def close(self):
        """This process puts nothing more."""
        self._closed = True
        self._reader.close()
        with self._notempty:
            if self._thread is not None:
                self._buffer.append(_end)
                self._notempty.notify()

    def join_thread(self):
        """Waits until everything put is written; after close()."""
        assert self._closed, f'Queue {self!r} not closed'
        if self._thread is not None:
            self._thread.join()

    def cancel_join_thread(self):
        """The process's end does not wait until everything is written."""
        self._cancelled = True
        if self._finalizer is not None:
            self._finalizer.cancel()

    def _start_thread(self):
        self._thread = threading.Thread(target=self._feed, name='QueueFeederThread', daemon=True)
        self._thread.start()
        if not self._cancelled:
            self._finalizer = util.Finalize(None, Queue._finish, (self,), exitpriority=-5)

    def _finish(self):
        # The process ends: what was put is written.
        with self._notempty:
            self._buffer.append(_end)
            self._notempty.notify()
        self._thread.join()

    def _feed(self):
        while True:
            with self._notempty:
                while not self._buffer:
                    self._notempty.wait()
                obj = self._buffer.popleft()
            if obj is _end:
                self._writer.close()
                return
            try:
                self._writer.send_bytes(ForkingPickler.dumps(obj))
            except Exception as error:
                if isinstance(error, BrokenPipeError) and self._ignore_epipe:
                    return
                if util.is_exiting():
                    return
                self._sem.release()
                self._on_queue_feeder_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(error, obj):
        """Tells of what could not be sent."""
        import traceback
        traceback.print_exc()

    __class_getitem__ = classmethod(type(list[int]))


_end = object()


class JoinableQueue(Queue):
    """A queue that knows which of its objects are still worked on."""

    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize)
        self._unfinished_tasks = Semaphore(0)
        self._cond = Condition()

    def __getstate__(self):
        return super().__getstate__(), self._unfinished_tasks, self._cond

    def __setstate__(self, state):
        queue, self._unfinished_tasks, self._cond = state
        super().__setstate__(queue)

    def _hand_in(self, obj):
        with self._cond:
            self._unfinished_tasks.release()
            super()._hand_in(obj)

    def task_done(self):
        """One of those got has been worked on."""
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError('task_done() called too many times')
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        """Waits until all have been worked on."""
        with self._cond:
            while not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe that many may use; putting waits when it is full."""

    def __init__(self, *, ctx=None):
        self._reader, self._writer = connection.message_pipe()

    def close(self):
        """Closes both ends."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Whether nothing can be got now."""
        return not self._reader.poll()

    def get(self):
        """The next object."""
        return ForkingPickler.loads(self._reader.recv_bytes())

    def put(self, obj):
        """Puts an object."""
        self._writer.send_bytes(ForkingPickler.dumps(obj))

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer

    def __setstate__(self, state):
        self._reader, self._writer = state

    __class_getitem__ = classmethod(type(list[int]))
