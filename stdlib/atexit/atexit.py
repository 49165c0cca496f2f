"""Functions that are called when the program ends, the one registered last first."""

import sys

__all__ = ['register', 'unregister']

_functions = []


def register(func, /, *args, **kwargs):
    """Calls func(*args, **kwargs) at the end; gives func back, so that it may decorate."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Forgets all calls of a function."""
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException:
            import traceback
            print(f'Exception ignored in atexit callback: {func!r}', file=sys.stderr)
            traceback.print_exc()
