"""What multiprocessing offers, with threads instead of processes."""

import sys
import threading
import weakref
from multiprocessing.managers import Namespace
from queue import Queue
from threading import (BoundedSemaphore, Barrier, Condition, Event, Lock, RLock, Semaphore,
                       current_thread as current_process)

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock',
           'Semaphore', 'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'Queue', 'Manager',
           'Pipe', 'Pool', 'JoinableQueue']

JoinableQueue = Queue
_children = weakref.WeakKeyDictionary()


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._pid = None
        self._start_called = False
        self._parent = current_process()

    def start(self):
        """Begins the thread."""
        assert self._parent is current_process()
        self._start_called = True
        _children[self] = None
        super().start()

    @property
    def exitcode(self):
        """0 when it has ended, None before."""
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def freeze_support():
    """Nothing."""


def active_children():
    """Those that have not ended."""
    return [child for child in list(_children) if child.is_alive()]


dict = dict
list = list


def Array(typecode, sequence, lock=True):
    """An array; locks are not needed."""
    import array
    return array.array(typecode, sequence)


class Value:
    """A value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return f'<{type(self).__name__}({self._typecode!r}, {self.value!r})>'


def Manager():
    """This module."""
    return sys.modules[__name__]


def shutdown():
    """Nothing."""


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


class Connection:
    """One end of a pipe between threads."""

    def __init__(self, incoming, outgoing):
        self._in = incoming
        self._out = outgoing
        self.send = self.send_bytes = outgoing.put
        self.recv = self.recv_bytes = incoming.get

    def poll(self, timeout=0.0):
        """Whether there is something to receive, after so many seconds at most."""
        if self._in.qsize() > 0:
            return True
        if timeout <= 0.0:
            return False
        with self._in.not_empty:
            self._in.not_empty.wait(timeout)
        return self._in.qsize() > 0

    def close(self):
        """Nothing."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Pipe(duplex=True):
    """Two connected ends."""
    one, other = Queue(), Queue()
    return Connection(one, other), Connection(other, one)
