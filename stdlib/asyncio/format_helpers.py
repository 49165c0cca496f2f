"""Short texts of values, callbacks, futures and handles."""

import sys


def _shorten(text, limit):
    if len(text) <= limit:
        return text
    head = (limit - 3) // 2
    tail = limit - 3 - head
    return text[:head] + '...' + text[len(text) - tail:]


def _join(elements, count, limit, level):
    pieces = [short_repr(element, level - 1) for element in elements]
    if count > limit:
        pieces.append('...')
    return ', '.join(pieces)


def _first(elements, limit):
    for index, element in enumerate(elements):
        if index == limit:
            return
        yield element


def short_repr(value, level=6):
    """repr() of limited length, as reprlib.repr gives it."""
    kind = type(value)
    if kind is str:
        return _short_str(value)
    if kind is int:
        return _shorten(repr(value), 40)
    if kind in (list, tuple, set, frozenset):
        return _short_sequence(value, kind, level)
    if kind is dict:
        return _short_dict(value, level)
    try:
        text = repr(value)
    except Exception:
        return f'<{kind.__name__} instance at {id(value):#x}>'
    return _shorten(text, 30)


def _short_str(value):
    text = repr(value[:30])
    if len(text) <= 30:
        return text
    text = repr(value[:13] + value[len(value) - 14:])
    return text[:13] + '...' + text[len(text) - 14:]


def _short_sequence(value, kind, level):
    opening, closing = {list: '[]', tuple: '()', set: '{}',
                        frozenset: ('frozenset({', '})')}[kind]
    if not value and kind in (set, frozenset):
        return kind.__name__ + '()'
    if value and level <= 0:
        return opening + '...' + closing
    elements = value
    if kind in (set, frozenset):
        try:
            elements = sorted(value)
        except Exception:
            pass
    text = _join(_first(elements, 6), len(value), 6, level)
    if kind is tuple and len(value) == 1:
        text += ','
    return opening + text + closing


def _short_dict(value, level):
    if not value:
        return '{}'
    if level <= 0:
        return '{...}'
    try:
        keys = sorted(value)
    except Exception:
        keys = list(value)
    pieces = [f'{short_repr(key, level - 1)}: {short_repr(value[key], level - 1)}'
              for key in _first(keys, 4)]
    if len(value) > 4:
        pieces.append('...')
    return '{' + ', '.join(pieces) + '}'


def _format_arguments(args, kwargs):
    pieces = [short_repr(arg) for arg in args]
    pieces += [f'{name}={short_repr(value)}' for name, value in kwargs.items()]
    return '(' + ', '.join(pieces) + ')'


def _is_partial(func):
    return type(func).__name__ == 'partial' and type(func).__module__ == 'functools'


def _format_callback(func, args, kwargs, suffix=''):
    if _is_partial(func):
        return _format_callback(func.func, func.args, func.keywords,
                                _format_arguments(args, kwargs) + suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + _format_arguments(args, kwargs) + suffix


def function_source(func):
    """File and line of a function written in script, or None."""
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    if type(func) is type(function_source):
        code = func.__code__
        return code.co_filename, code.co_firstlineno
    if _is_partial(func):
        return function_source(func.func)
    return None


def format_callback(func, args):
    """'name(arguments) at file:line' of a callback."""
    text = _format_callback(func, args or (), {})
    source = function_source(func)
    return f'{text} at {source[0]}:{source[1]}' if source else text


def _format_future_callbacks(callbacks):
    def show(callback, context):
        if context is None:
            return ('Task.task_wakeup()' if hasattr(callback, 'get_coro')
                    else 'gather.<locals>._done_callback()')
        return format_callback(callback, ())
    if len(callbacks) > 2:
        shown = [show(*callbacks[0]), f'<{len(callbacks) - 2} more>', show(*callbacks[-1])]
    else:
        shown = [show(*pair) for pair in callbacks]
    return f'cb=[{", ".join(shown)}]'


_being_shown = set()


def future_info(future):
    """The parts of a future's repr."""
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            key = id(future)
            if key in _being_shown:
                result = '...'
            else:
                _being_shown.add(key)
                try:
                    result = short_repr(future._result)
                finally:
                    _being_shown.discard(key)
            info.append(f'result={result}')
    if future._callbacks:
        info.append(_format_future_callbacks(future._callbacks))
    if future._source_traceback:
        file, line = future._source_traceback[-1][:2]
        info.append(f'created at {file}:{line}')
    return info


def show_future(future):
    """repr() of futures and tasks."""
    info = future._repr_info() if hasattr(future, '_repr_info') else future_info(future)
    if hasattr(future, 'get_coro'):
        from asyncio.coroutines import _format_coroutine
        if future.cancelling() and not future.done():
            info[0] = 'cancelling'
        info.insert(1, f'name={future.get_name()!r}')
        coro = future.get_coro()
        if coro is not None:
            info.insert(2, f'coro=<{_format_coroutine(coro)}>')
        if future._fut_waiter is not None:
            info.insert(3, f'wait_for={future._fut_waiter!r}')
    return f'<{type(future).__name__} {" ".join(info)}>'


def show_handle(handle):
    """repr() of handles."""
    if handle._repr is not None:
        return handle._repr
    info = [type(handle).__name__]
    if handle._cancelled:
        info.append('cancelled')
    if hasattr(handle, '_when'):
        when = handle._when
        info.append(f'when={int(when) if when == int(when) and when < 1e9 else when}'
                    if isinstance(when, float) else f'when={when}')
    if not handle._cancelled:
        info.append(format_callback(handle._callback, handle._args))
    if handle._source_traceback:
        file, line = handle._source_traceback[-1][:2]
        info.append(f'created at {file}:{line}')
    return f'<{" ".join(info)}>'


def extract_stack():
    """Where the caller stands: (file, line, function, text) of its frames, outermost first."""
    frames = []
    frame = sys._getframe(1)
    while frame is not None and len(frames) < 10:
        frames.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    frames.reverse()
    return frames


def source_line(file, line):
    """The text of a line of a file, stripped; empty when there is none."""
    try:
        with open(file, encoding='utf-8', errors='replace') as lines:
            for number, text in enumerate(lines, 1):
                if number == line:
                    return text.strip()
    except OSError:
        pass
    return ''


def format_stack(frames):
    """Frames as extract_stack() gives them, as tracebacks show them."""
    shown = []
    for file, line, name in frames:
        shown.append(f'  File "{file}", line {line}, in {name}\n')
        text = source_line(file, line)
        if text:
            shown.append(f'    {text}\n')
    return ''.join(shown)
