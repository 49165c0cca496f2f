"""Signals whose handlers an event loop calls, in its turn; and what SIGINT does to Runner.run()."""

import signal
import threading


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')
    if sig not in signal.valid_signals():
        raise ValueError(f'invalid signal number {sig}')


def add_handler(loop, sig, callback, args):
    """Has a loop call callback(*args) when the signal comes."""
    _check(sig)
    handlers = loop.__dict__.setdefault('_signal_handlers', {})

    def arrived(number, frame):
        loop.call_soon_threadsafe(callback, *args)

    try:
        signal.signal(sig, arrived)
    except ValueError as error:
        raise RuntimeError(str(error)) from None
    except OSError as error:
        raise RuntimeError(f'sig {sig} cannot be caught') from error
    handlers[sig] = arrived


def remove_handler(loop, sig):
    """The signal does what it does by default; whether the loop had a handler."""
    _check(sig)
    if loop.__dict__.get('_signal_handlers', {}).pop(sig, None) is None:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    return True


def remove_all(loop):
    """The loop is closed."""
    for sig in list(loop.__dict__.get('_signal_handlers', ())):
        remove_handler(loop, sig)


class InterruptScope:
    """Lets the first SIGINT cancel a task; the second raises KeyboardInterrupt."""

    def __init__(self, loop, task):
        self._loop = loop
        self._task = task
        self._count = 0
        self._installed = False
        if (threading.current_thread() is threading.main_thread()
                and signal.getsignal(signal.SIGINT) is signal.default_int_handler):
            try:
                signal.signal(signal.SIGINT, self._arrived)
                self._installed = True
            except ValueError:
                pass  # the signals are another interpreter's

    def _arrived(self, number, frame):
        self._count += 1
        if self._count == 1 and not self._task.done():
            self._task.cancel()
            self._loop.call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt

    def end(self):
        """SIGINT does what it did before."""
        if self._installed and signal.getsignal(signal.SIGINT) == self._arrived:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    @property
    def was_interrupted(self):
        """Whether the task was cancelled by SIGINT, and by nothing else."""
        if self._count == 0:
            return False
        uncancel = getattr(self._task, 'uncancel', None)
        return uncancel is not None and uncancel() == 0
