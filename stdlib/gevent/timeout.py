"""Time limits: an exception that is raised in a greenlet when its time is up."""

from _fiber import call_at as _call_at, getcurrent, now as _now

__all__ = ["Timeout", "with_timeout"]


class Timeout(BaseException):
    """Raised in the greenlet that started it, `seconds` later, unless it is cancelled.

    With `exception` that is raised instead; with False a `with` block ends silently.
    """

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        super().__init__()
        self.seconds = seconds
        self.exception = exception
        self._handle = None

    def start(self):
        """Begins to count. Without seconds it counts for ever."""
        if self._handle is not None:
            raise AssertionError(f"{self!r} is already started; to restart it, cancel it first")
        if self.seconds is None:
            return
        exception = self.exception
        if exception is None or exception is False or isinstance(exception, str):
            exception = self
        self._handle = _call_at(_now() + self.seconds, self._fire, getcurrent(), exception)

    def _fire(self, greenlet, exception):
        self._handle = None
        greenlet.throw(exception)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        """A started timeout; one that is given as `timeout` is started if it is not yet."""
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        result = cls(timeout, exception)
        result.start()
        return result

    @property
    def pending(self):
        """Whether it counts."""
        return self._handle is not None

    def cancel(self):
        """It will not be raised."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def close(self):
        """As cancel."""
        self.cancel()

    def __enter__(self):
        if self._handle is None:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.cancel()
        if value is self and self.exception is False:
            return True

    def __str__(self):
        if self.seconds is None:
            return ""
        text = f"{self.seconds} second" + ("" if self.seconds == 1 else "s")
        if self.exception is None:
            return text
        if self.exception is False:
            return text + " (silent)"
        return f"{text}: {self.exception}"

    def __repr__(self):
        exception = "" if self.exception is None else f" exception={self.exception!r}"
        pending = " pending" if self.pending else ""
        return f"<{type(self).__name__} at {id(self):#x} seconds={self.seconds}{exception}{pending}>"


class _NoLimit:
    """Stands for the timeout of a wait without one. No exception is this object."""

    def cancel(self):
        pass

    close = cancel

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


_no_limit = _NoLimit()


def start_limit(seconds, exception=None):
    """A started Timeout, or what behaves like one that never fires when `seconds` is None."""
    return _no_limit if seconds is None else Timeout.start_new(seconds, exception)


def with_timeout(seconds, function, *args, **kwds):
    """Calls a function with a time limit; gives `timeout_value`, if that is given, when it is up."""
    missing = _no_limit
    timeout_value = kwds.pop("timeout_value", missing)
    timeout = Timeout.start_new(seconds)
    try:
        return function(*args, **kwds)
    except Timeout as error:
        if error is timeout and timeout_value is not missing:
            return timeout_value
        raise
    finally:
        timeout.cancel()
