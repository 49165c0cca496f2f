"""Locks and their kin between processes."""

import threading
import time
from _multiprocessing import (SEM_VALUE_MAX, SemLock as _SemLock, SharedArray as _SharedArray,
                              find_lock as _find_lock)
from multiprocessing import context, process
from multiprocessing.process import register_after_fork

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event', 'Barrier']

_RECURSIVE_MUTEX, _SEMAPHORE = 0, 1


class SemLock:
    """A semaphore that children of this process have, too."""

    def __init__(self, kind, value, maxvalue, *, ctx=None):
        self._take(_SemLock(kind, value, maxvalue), kind, maxvalue)

    def _take(self, semlock, kind, maxvalue):
        self._semlock = semlock
        self._kind = kind
        self._most = maxvalue
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release
        register_after_fork(self, SemLock._after_fork)

    def _after_fork(self):
        self._semlock._after_fork()

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        fd, offset = self._semlock._place()
        fd = context.get_spawning_popen().duplicate_for_child(fd)
        return self._kind, self._most, fd, offset

    def __setstate__(self, state):
        self._take(_find_lock(*state), *state[:2])

    def _owner(self):
        try:
            if self._semlock._is_mine():
                name = process.current_process().name
                if threading.current_thread().name != 'MainThread':
                    name += '|' + threading.current_thread().name
                return name
            if self._semlock._get_value() == 1:
                return None
            if self._semlock._count() > 0:
                return 'SomeOtherThread'
            return 'SomeOtherProcess'
        except Exception:
            return 'unknown'


class Semaphore(SemLock):
    """A number that acquire() takes one of and release() gives one back to."""

    def __init__(self, value=1, *, ctx=None):
        super().__init__(_SEMAPHORE, value, SEM_VALUE_MAX)

    def get_value(self):
        """The number now."""
        return self._semlock._get_value()

    def __repr__(self):
        return f'<{type(self).__name__}(value={self._semlock._get_value()})>'


class BoundedSemaphore(Semaphore):
    """A semaphore that no more is given back to than was taken."""

    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, _SEMAPHORE, value, value)

    def __repr__(self):
        value = self._semlock._get_value()
        return f'<{type(self).__name__}(value={value}, maxvalue={self._most})>'


class Lock(SemLock):
    """Held by one at a time; anybody may release it."""

    def __init__(self, *, ctx=None):
        super().__init__(_SEMAPHORE, 1, 1)

    def __repr__(self):
        return f'<{type(self).__name__}(owner={self._owner()})>'


class RLock(SemLock):
    """Held by one at a time, who may take it again."""

    def __init__(self, *, ctx=None):
        super().__init__(_RECURSIVE_MUTEX, 1, 1)

    def __repr__(self):
        count = self._semlock._count() if self._semlock._is_mine() else 0
        owner = self._owner()
        if owner == 'SomeOtherThread' or owner == 'SomeOtherProcess':
            count = 'nonzero'
        return f'<{type(self).__name__}({owner}, {count})>'


class Condition:
    """Waiting, with a lock given up meanwhile, until somebody notifies.

    Sleepers count themselves in `_sleeping` and wait for one of `_wakes`; the notifier waits until
    those it woke have counted themselves in `_woken`. Who gave up waiting is counted there too and
    taken off by the next notifier.
    """

    def __init__(self, lock=None, *, ctx=None):
        self._begin(lock or RLock(), Semaphore(0), Semaphore(0), Semaphore(0))

    def _begin(self, lock, sleeping, woken, wakes):
        self._lock, self._sleeping, self._woken, self._wakes = lock, sleeping, woken, wakes
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping, self._woken, self._wakes

    def __setstate__(self, state):
        self._begin(*state)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        try:
            waiting = self._sleeping.get_value() - self._woken.get_value()
        except Exception:
            waiting = 'unknown'
        return f'<{type(self).__name__}({self._lock}, {waiting})>'

    def wait(self, timeout=None):
        """Waits until notified, or so many seconds; whether it was notified."""
        assert self._lock._semlock._is_mine(), 'must acquire() condition before using wait()'
        self._sleeping.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wakes.acquire(True, timeout)
        finally:
            self._woken.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        """Wakes up to n of those who wait."""
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        # A wake that nobody was there to take.
        while self._wakes.acquire(False):
            pass
        while self._woken.acquire(False):
            self._sleeping.acquire(False)
        woken = 0
        while woken < n and self._sleeping.acquire(False):
            self._wakes.release()
            woken += 1
        for _ in range(woken):
            self._woken.acquire()
        while self._wakes.acquire(False):
            pass

    def notify_all(self):
        """Wakes all who wait."""
        self.notify(n=SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true, or so many seconds; what it gave last."""
        result = predicate()
        deadline = None if timeout is None else time.monotonic() + timeout
        while not result:
            rest = None
            if deadline is not None:
                rest = deadline - time.monotonic()
                if rest <= 0:
                    break
            self.wait(rest)
            result = predicate()
        return result


class Event:
    """Something that has happened or not, and that one may wait for."""

    def __init__(self, *, ctx=None):
        self._cond = Condition(Lock())
        self._flag = Semaphore(0)

    def is_set(self):
        """Whether it has happened."""
        with self._cond:
            return self._flag.get_value() > 0

    def set(self):
        """It has happened."""
        with self._cond:
            if self._flag.get_value() == 0:
                self._flag.release()
            self._cond.notify_all()

    def clear(self):
        """It has not happened."""
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        """Waits until it has happened, or so many seconds; whether it has."""
        with self._cond:
            if self._flag.get_value() == 0:
                self._cond.wait(timeout)
            return self._flag.get_value() > 0

    def __repr__(self):
        status = 'set' if self.is_set() else 'unset'
        return f'<{type(self).__qualname__} at {id(self):#x} {status}>'


class Barrier:
    """Where a number of processes wait for one another."""

    # Shared: number of the round, who has come, whether it is broken, then how the last rounds ended.
    _ROUNDS = 64

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self._shared = _SharedArray('i', 3 + self._ROUNDS)
        self._cond = Condition()
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def __repr__(self):
        name = f'{type(self).__module__}.{type(self).__qualname__}'
        if self.broken:
            return f'<{name} at {id(self):#x}: broken>'
        return f'<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'

    def _end_round(self, is_broken):
        shared = self._shared
        number = shared[0]
        shared[3 + number % self._ROUNDS] = is_broken
        shared[1] = 0
        shared[0] = number + 1
        self._cond.notify_all()

    def _break(self):
        self._shared[2] = 1
        self._end_round(1)

    def wait(self, timeout=None):
        """Waits for the others; gives each of them another number below `parties`."""
        if timeout is None:
            timeout = self._timeout
        shared = self._shared
        with self._cond:
            if shared[2]:
                raise threading.BrokenBarrierError
            number = shared[0]
            index = shared[1]
            shared[1] = index + 1
            if index + 1 == self._parties:
                try:
                    if self._action is not None:
                        self._action()
                except BaseException:
                    self._break()
                    raise
                self._end_round(0)
                return index
            try:
                self._cond.wait_for(lambda: shared[0] != number, timeout)
            except BaseException:
                if shared[0] == number:
                    self._break()
                raise
            if shared[0] == number:
                self._break()
            if shared[3 + number % self._ROUNDS]:
                raise threading.BrokenBarrierError
            return index

    def reset(self):
        """Makes it as new; those who wait get BrokenBarrierError."""
        with self._cond:
            self._shared[2] = 0
            self._end_round(1)

    def abort(self):
        """Breaks it, for those who wait and those who will come."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many have to come."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting."""
        return self._shared[1]

    @property
    def broken(self):
        """Whether it is broken."""
        return bool(self._shared[2])
