"""Events: a flag to wait for, and a value to wait for."""

from gevent._linkable import Linkable, TIME_IS_UP
from gevent.timeout import Timeout

__all__ = ["Event", "AsyncResult"]


class Event(Linkable):
    """A flag. Those who wait for it go on when it is set, even if it is cleared at once."""

    def __init__(self):
        super().__init__()
        self._flag = False

    def is_set(self):
        """Whether it is set."""
        return self._flag

    def isSet(self):
        """The old name of is_set."""
        return self._flag

    def ready(self):
        """Whether it is set."""
        return self._flag

    def set(self):
        """Sets it; all that wait go on."""
        self._flag = True
        self._notify_soon()

    def clear(self):
        """Takes the flag back."""
        self._flag = False

    def wait(self, timeout=None):
        """Waits until it is set; False after `timeout` seconds."""
        if self._flag:
            return True
        return self._wait_to_be_told(timeout) is not TIME_IS_UP or self._flag

    def __str__(self):
        state = "set" if self._flag else "clear"
        return f"<{type(self).__name__} {state} _links[{len(self._links)}]>"


# The value of a result that has none.
_UNSET = object()


class AsyncResult(Linkable):
    """A value, or an exception, that comes later."""

    def __init__(self):
        super().__init__()
        self._value = _UNSET
        self._exc_info = ()

    def ready(self):
        """Whether it has a value or an exception."""
        return self._value is not _UNSET or bool(self._exc_info)

    done = ready

    def successful(self):
        """Whether it has a value: an exception beside it does not count."""
        return self._value is not _UNSET

    @property
    def value(self):
        """The value; None while there is none."""
        return None if self._value is _UNSET else self._value

    @property
    def exception(self):
        """The exception; None if there is none."""
        return self._exc_info[1] if self._exc_info else None

    @property
    def exc_info(self):
        """The exception as type, value and traceback; empty if there is none."""
        return self._exc_info

    def set(self, value=None):
        """Sets the value; all that wait go on."""
        self._value = value
        self._notify_soon()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        """Sets the exception; it is raised in all that wait for the value."""
        if exc_info:
            self._exc_info = tuple(exc_info)
        else:
            self._exc_info = (type(exception), exception, None)
        self._notify_soon()

    def _result(self):
        if self._value is not _UNSET:
            return self._value
        kind, exception, traceback = self._exc_info
        if exception is None:
            exception = kind()
        raise exception.with_traceback(traceback)

    def get(self, block=True, timeout=None):
        """The value, or raises the exception; waits, and raises Timeout when time is up."""
        if not self.ready():
            if not block:
                raise Timeout()
            limit = None if timeout is None else Timeout.start_new(timeout)
            try:
                self._wait_to_be_told(None)
            finally:
                if limit is not None:
                    limit.cancel()
        return self._result()

    def result(self, timeout=None):
        """As get."""
        return self.get(timeout=timeout)

    def get_nowait(self):
        """As get, but raises Timeout instead of waiting."""
        return self.get(block=False)

    def wait(self, timeout=None):
        """Waits until it is there; gives the value, None if there is none."""
        if not self.ready():
            self._wait_to_be_told(timeout)
        return self.value

    def cancel(self):
        """A result cannot be cancelled."""
        return False

    def cancelled(self):
        """Never."""
        return False

    def __call__(self, source):
        # As a link of what has a value or an exception.
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception, getattr(source, "exc_info", None))

    def __str__(self):
        state = f"value={self.value!r} " if self.ready() else ""
        state += f"exception={self._exc_info[1]!r} " if self._exc_info else "unset "
        return f"<{type(self).__name__} {state} _links[{len(self._links)}]>"
