"""Timeouts as context managers."""

from asyncio import events, exceptions, tasks

__all__ = ('Timeout', 'timeout', 'timeout_at')


class Timeout:
    """Cancels the task that is in its block when the time is up; TimeoutError leaves the block."""

    def __init__(self, when):
        self._state = 'created'
        self._timer = None
        self._task = None
        self._when = when

    def when(self):
        """The time of the loop's clock at which it is up, or None."""
        return self._when

    def reschedule(self, when):
        """Changes the time; None: never."""
        assert self._state != 'created'
        if self._state != 'active':
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Whether the time was up."""
        return self._state in ('expiring', 'expired')

    def __repr__(self):
        shown = self._state
        if shown == 'active':
            when = None if self._when is None else round(self._when, 3)
            shown = f'active when={when}'
        return f"<Timeout [{self._state}]{shown[len(self._state):]}>"

    async def __aenter__(self):
        self._state = 'active'
        self._task = tasks.current_task()
        self._cancelling = self._task.cancelling()
        if self._task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == 'expiring':
            self._state = 'expired'
            if (self._task.uncancel() <= self._cancelling and
                    exc_type is exceptions.CancelledError):
                # Nobody else wants the task cancelled.
                raise TimeoutError from exc_val
        elif self._state == 'active':
            self._state = 'finished'
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = 'expiring'
        self._timer = None


def timeout(delay):
    """A block that may take a number of seconds; None: any number."""
    return Timeout(None if delay is None else events.get_running_loop().time() + delay)


def timeout_at(when):
    """A block that may take until a time of the loop's clock; None: for ever."""
    return Timeout(when)
