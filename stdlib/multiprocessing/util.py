"""What happens when a process ends, and other small things of the package."""

import atexit
import itertools
import os
import sys
from _weakref import ref as _ref
from multiprocessing.process import active_children, register_after_fork

__all__ = ['Finalize', 'register_after_fork', 'is_exiting', 'get_logger', 'log_to_stderr',
           'sub_debug', 'debug', 'info', 'sub_warning']

_exiting = False
_finalizers = {}
_order = itertools.count()
_logger = None
_log_to_stderr = False


class Finalize:
    """Calls a function once: when an object dies, when it is called, or at the process's end."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._pid = os.getpid()
        self._key = (exitpriority, next(_order))
        self._weakref = None if obj is None else _ref(obj, self)
        _finalizers[self._key] = self

    def __call__(self, dead=None):
        if _finalizers.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        """It will not be called."""
        _finalizers.pop(self._key, None)

    def still_active(self):
        """Whether it is still to be called."""
        return self._key in _finalizers


def _run_finalizers(least=None):
    """Calls those with a priority (of at least so much), the highest and latest first."""
    keys = [key for key in list(_finalizers)
            if key[0] is not None and (least is None or key[0] >= least)]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is None:
            continue
        try:
            finalizer()
        except Exception:
            import traceback
            traceback.print_exc()


def is_exiting():
    """Whether the process is ending."""
    return _exiting


def _forget_exit_functions():
    global _exiting
    _exiting = False
    _finalizers.clear()


def _exit_function():
    """The end of a process: daemons are ended, other children waited for."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    info('process shutting down')
    _run_finalizers(0)
    for child in active_children():
        if child.daemon:
            child._popen.terminate()
    for child in active_children():
        child.join()
    _run_finalizers()


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


atexit.register(_exit_function)


def get_logger():
    """The logger of the package."""
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger('multiprocessing')
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    """Has the package tell on stderr what it does."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter('[%(levelname)s/%(processName)s] %(message)s'))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


def _log(level, text, *args):
    if _logger is not None:
        _logger.log(level, text, *args)


def sub_debug(text, *args):
    """Logs what hardly anybody wants to know."""
    _log(5, text, *args)


def debug(text, *args):
    """Logs details."""
    _log(10, text, *args)


def info(text, *args):
    """Logs what goes on."""
    _log(20, text, *args)


def sub_warning(text, *args):
    """Logs what may be wrong."""
    _log(25, text, *args)
