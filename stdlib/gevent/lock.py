"""Locks for greenlets."""

from _fiber import getcurrent

from gevent._linkable import Linkable, TIME_IS_UP

__all__ = ["Semaphore", "BoundedSemaphore", "DummySemaphore", "RLock"]


class Semaphore(Linkable):
    """A counter that acquire takes from, waiting while it is zero, and release adds to.

    Who waits longest is served first, at the hub's turn; who comes before that turn may be quicker.
    """

    _tells_all = False

    def __init__(self, value=1, hub=None):
        if value is None:
            value = 1
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        super().__init__()
        self.counter = value

    def acquire(self, blocking=True, timeout=None):
        """Takes one; waits for it, at most so many seconds. Whether it got it."""
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking:
            return False
        while True:
            if self._wait_to_be_told(timeout) is TIME_IS_UP:
                return False
            if self.counter > 0:
                self.counter -= 1
                return True

    def release(self):
        """Adds one; gives the counter."""
        self.counter += 1
        if self._links:
            self._notify_soon()
        return self.counter

    def locked(self):
        """Whether acquire would wait."""
        return self.counter <= 0

    def ready(self):
        """Whether acquire would not wait."""
        return self.counter > 0

    def wait(self, timeout=None):
        """Waits until it could be taken, without taking it; gives the counter."""
        if self.counter <= 0:
            self._wait_to_be_told(timeout)
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, *exception):
        self.release()

    def __str__(self):
        return (f"<{type(self).__name__} at {id(self):#x} counter={self.counter}"
                f" _links[{len(self._links)}]>")


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be released more often than it was acquired."""

    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._initial_value = self.counter

    def release(self):
        """Adds one; gives the counter."""
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR("Semaphore released too many times")
        return super().release()


class DummySemaphore:
    """A semaphore that nobody ever waits for."""

    def __init__(self, value=None):
        pass

    def __str__(self):
        return f"<{type(self).__name__}>"

    def locked(self):
        """Never."""
        return False

    def ready(self):
        """Always."""
        return True

    def release(self):
        """Does nothing."""

    def rawlink(self, callback):
        """Does nothing."""

    def unlink(self, callback):
        """Does nothing."""

    def wait(self, timeout=None):
        """Does not wait."""
        return 1

    def acquire(self, blocking=True, timeout=None):
        """True, at once."""
        return True

    def __enter__(self):
        pass

    def __exit__(self, *exception):
        pass


class RLock:
    """A lock its owner may acquire again; it has to be released as often."""

    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return (f"<{type(self).__name__} at {id(self):#x} _block={self._block} "
                f"_count={self._count!r} _owner={self._owner!r})>")

    def acquire(self, blocking=True, timeout=None):
        """Takes the lock; waits for it, at most so many seconds. Whether it got it."""
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        """Gives it back."""
        if self._count == 0 or self._owner is not getcurrent():
            raise RuntimeError(f"cannot release un-acquired lock. Owner: {self._owner!r} "
                               f"Current: {getcurrent()!r}")
        self._count -= 1
        if self._count == 0:
            self._owner = None
            self._block.release()

    def __exit__(self, *exception):
        self.release()

    # What threading.Condition needs of its lock.

    def _release_save(self):
        saved = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return saved

    def _acquire_restore(self, saved):
        self._block.acquire()
        self._count, self._owner = saved

    def _is_owned(self):
        return self._owner is getcurrent()
