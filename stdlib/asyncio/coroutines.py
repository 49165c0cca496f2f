"""What is a coroutine, and how it is shown."""

from _asyncio import iscoroutine

__all__ = ('iscoroutinefunction', 'iscoroutine')

_COROUTINE_CODE = 0x80 | 0x100

# Functions that behave as coroutine functions without being written so have this as _is_coroutine.
_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether calling it gives a coroutine."""
    if getattr(func, '_is_coroutine', None) is _is_coroutine:
        return True
    while hasattr(func, 'func') and hasattr(func, 'keywords') and callable(func):
        func = func.func
    func = getattr(func, '__func__', func)
    code = getattr(func, '__code__', None)
    return type(func) is type(iscoroutinefunction) and bool(code.co_flags & _COROUTINE_CODE)


def _format_coroutine(coro):
    """The text a task shows for its coroutine."""
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    if name is None:
        name = f'<{type(coro).__name__} without __name__>'
    name += '()'
    prefix = 'cr' if hasattr(coro, 'cr_code') else 'gi'
    code = getattr(coro, prefix + '_code', None)
    if code is None:
        running = getattr(coro, prefix + '_running', False)
        return name + ' running' if running else name
    frame = getattr(coro, prefix + '_frame', None)
    file = code.co_filename or '<empty co_filename>'
    if frame is None:
        return f'{name} done, defined at {file}:{code.co_firstlineno}'
    return f'{name} running at {file}:{frame.f_lineno}'
