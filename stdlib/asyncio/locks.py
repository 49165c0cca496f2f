"""Locks and their kin, for tasks of one loop."""

from _collections import deque

from asyncio import events, exceptions

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class _LoopBound:
    """Belongs to the loop in which it first has to wait. `loop` arguments are ignored."""

    _loop = None

    def _get_loop(self):
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop


class _ContextManager:
    """async with: acquire, release."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _show(thing, state, waiters):
    text = object.__repr__(thing)[1:-1]
    if waiters:
        state += f', waiters:{len(waiters)}'
    return f'<{text} [{state}]>'


class Lock(_ContextManager, _LoopBound):
    """One task at a time. Those that wait get it in the order in which they came."""

    def __init__(self, *, loop=None):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return _show(self, 'locked' if self._locked else 'unlocked', self._waiters)

    def locked(self):
        """Whether it is held."""
        return self._locked

    async def acquire(self):
        """Takes the lock, when it is free. Returns True."""
        if not self._locked and (self._waiters is None or
                                 all(waiter.cancelled() for waiter in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Lets the next task have it. RuntimeError when it is not held."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(_LoopBound):
    """A flag to wait for."""

    def __init__(self, *, loop=None):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _show(self, 'set' if self._value else 'unset', self._waiters)

    def is_set(self):
        """Whether it is set."""
        return self._value

    def set(self):
        """Sets it; all that wait go on."""
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        """Unsets it."""
        self._value = False

    async def wait(self):
        """Waits until it is set. Returns True."""
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_ContextManager, _LoopBound):
    """A lock, and waiting for something that others change while they hold it."""

    def __init__(self, lock=None, *, loop=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return _show(self, 'locked' if self.locked() else 'unlocked', self._waiters)

    async def wait(self):
        """Gives the lock up until notify(), and takes it again. Returns True."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            waiter = self._get_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            # The caller holds the lock again, whatever happens meanwhile.
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except exceptions.CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                try:
                    raise cancelled
                finally:
                    cancelled = None

    async def wait_for(self, predicate):
        """Waits until predicate() is true and returns what it gave."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes n of those that wait."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self):
        """Wakes all that wait."""
        self.notify(len(self._waiters))


class Semaphore(_ContextManager, _LoopBound):
    """A number of tasks at a time."""

    def __init__(self, value=1, *, loop=None):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = None
        self._value = value

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return _show(self, state, self._waiters)

    def locked(self):
        """Whether acquire() would wait."""
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters or ())

    async def acquire(self):
        """Takes one. Returns True."""
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not waiter.cancelled():
                # It was given one already: the next takes it.
                self._value += 1
                self._wake_up_next()
            raise
        if self._value > 0:
            self._wake_up_next()
        return True

    def release(self):
        """Gives one back."""
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    """A semaphore that minds when more is given back than was taken."""

    def __init__(self, value=1, *, loop=None):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        """Gives one back. ValueError when all are there."""
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class Barrier(_LoopBound):
    """A number of tasks wait for one another."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._state = 'filling'
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{object.__repr__(self)[1:-1]} [{state}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Waits until all parties wait; each gets a number of its own, from 0."""
        async with self._cond:
            await self._until_open()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = 'draining'
                    self._cond.notify_all()
                else:
                    await self._until_full()
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ('resetting', 'draining'):
                        self._state = 'filling'
                    self._cond.notify_all()

    async def _until_open(self):
        await self._cond.wait_for(lambda: self._state not in ('draining', 'resetting'))
        if self._state == 'broken':
            raise exceptions.BrokenBarrierError('Barrier aborted')

    async def _until_full(self):
        await self._cond.wait_for(lambda: self._state != 'filling')
        if self._state in ('broken', 'resetting'):
            raise exceptions.BrokenBarrierError('Abort or reset of barrier')

    async def reset(self):
        """Back to the beginning; those that wait get BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._state != 'resetting':
                    self._state = 'resetting'
            else:
                self._state = 'filling'
            self._cond.notify_all()

    async def abort(self):
        """Breaks the barrier: all that wait, or will, get BrokenBarrierError."""
        async with self._cond:
            self._state = 'broken'
            self._cond.notify_all()

    @property
    def parties(self):
        """How many have to wait."""
        return self._parties

    @property
    def n_waiting(self):
        """How many do."""
        return self._count if self._state == 'filling' else 0

    @property
    def broken(self):
        """Whether it was broken."""
        return self._state == 'broken'
