"""Signals: what they do, and sending them.

Handlers are functions of the number and the interrupted frame. They run in the main thread, between
two instructions of the program; when its main fiber waits, the wait goes on after the handler
unless that raised.
"""

import _signal
from _signal import (
    ITIMER_PROF,
    ITIMER_REAL,
    ITIMER_VIRTUAL,
    NSIG,
    ItimerError,
    alarm,
    default_int_handler,
    getitimer,
    pthread_kill,
    raise_signal,
    set_wakeup_fd,
    setitimer,
    siginterrupt,
    sigtimedwait,
    sigwaitinfo,
    strsignal,
    struct_siginfo,
)
from enum import IntEnum as _IntEnum

_names = {name: value for name, value in vars(_signal).items()
          if name.startswith('SIG') and not name.startswith('SIG_')}

Signals = _IntEnum('Signals', sorted(_names.items(), key=lambda item: (item[1], item[0] in (
    'SIGIOT', 'SIGCLD', 'SIGPOLL'))), module=__name__)
Handlers = _IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module=__name__)
Sigmasks = _IntEnum('Sigmasks', {'SIG_BLOCK': _signal.SIG_BLOCK,
                                 'SIG_UNBLOCK': _signal.SIG_UNBLOCK,
                                 'SIG_SETMASK': _signal.SIG_SETMASK}, module=__name__)
for _enum in (Signals, Handlers, Sigmasks):
    globals().update(_enum.__members__)
del _enum, _names

itimer_error = ItimerError


def _as_signal(number):
    try:
        return Signals(number)
    except ValueError:
        return number


def _as_handler(handler):
    return Handlers(handler) if handler in (0, 1) and isinstance(handler, int) else handler


def signal(signalnum, handler):
    """Sets what a signal does: SIG_DFL, SIG_IGN or a function; what it did before."""
    return _as_handler(_signal.signal(signalnum, handler))


def getsignal(signalnum):
    """What a signal does; None for what was not set by a script."""
    return _as_handler(_signal.getsignal(signalnum))


def pthread_sigmask(how, mask):
    """Changes which signals are held back; those that were before."""
    return set(map(_as_signal, _signal.pthread_sigmask(how, mask)))


def sigpending():
    """The signals that are held back and have come."""
    return set(map(_as_signal, _signal.sigpending()))


def sigwait(sigset):
    """Waits for one of the signals."""
    return _as_signal(_signal.sigwait(sigset))


def valid_signals():
    """The signals there are."""
    return set(map(_as_signal, _signal.valid_signals()))


def pause():
    """Waits until a signal has been handled."""
    import _fiber
    waiter = _fiber.Waiter()
    _signal._set_pausing(waiter)
    try:
        waiter.wait(None, None, _fiber.is_cooperative())
    finally:
        _signal._set_pausing(None)
