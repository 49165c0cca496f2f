"""The exceptions of gevent that are raised for wrong use of the hub."""

from greenlet import GreenletExit

__all__ = ["LoopExit"]


class LoopExit(Exception):
    """The main greenlet waits for something that nothing left to run can bring about."""

    @property
    def hub(self):
        """The hub that had nothing left to run; None when that is not known."""
        return self.args[1] if len(self.args) > 1 else None

    def __str__(self):
        if len(self.args) != 3:
            return super().__str__()
        text, hub, handles = self.args
        return f"{text}\n\tHub: {hub!r}\n\tHandles:\n{handles!r}"


class BlockingSwitchOutError(AssertionError):
    """A function that the hub calls has tried to wait."""


class InvalidSwitchError(AssertionError):
    """A waiting greenlet was switched to with something else than it waits for."""


class ConcurrentObjectUseError(AssertionError):
    """An object for one greenlet at a time is used by two."""


class InvalidThreadUseError(RuntimeError):
    """An object of one thread's hub is used by another thread."""


class HubDestroyed(GreenletExit):
    """Raised in the hub's greenlet when the hub is given up."""

    def __init__(self, destroy_loop):
        super().__init__(destroy_loop)
        self.destroy_loop = destroy_loop
