"""Stacks and exceptions as text: what the interpreter prints when nobody catches an exception.

A TracebackException holds all that is worth printing of an exception without keeping the exception
or its frames alive; a StackSummary is a list of FrameSummary objects, one a frame.
"""

import linecache
import sys
from _traceback import anchors as _anchors, position as _position

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only',
           'format_list', 'format_stack', 'format_tb', 'print_exc', 'format_exc',
           'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
_SHOWN_REPETITIONS = 3


class _Missing:

    def __repr__(self):
        return '<implicit>'


_missing = _Missing()


# --- Printing and formatting


def _print(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end='')


def _value_and_traceback(exception, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _missing:
        return value, tb
    if exception is None:
        return None, None
    if isinstance(exception, BaseException):
        return exception, exception.__traceback__
    raise TypeError(f'Exception expected for value, {type(exception).__name__} found')


def print_list(extracted_list, file=None):
    """Prints a list of frame summaries (or tuples of their fields)."""
    _print(StackSummary.from_list(extracted_list).format(), file)


def format_list(extracted_list):
    """The lines of a list of frame summaries (or tuples of their fields)."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The lines of a traceback."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The summary of a traceback."""
    return StackSummary._extract(_entries_of_traceback(tb), limit=limit)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    """Prints an exception with its traceback, causes and contexts."""
    value, tb = _value_and_traceback(exc, value, tb)
    _print(TracebackException(type(value), value, tb, limit=limit,
                              compact=True).format(chain=chain), file)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    """The lines print_exception() prints."""
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit,
                                   compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_missing):
    """The lines of an exception itself."""
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text print_exc() prints."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the exception the prompt showed last."""
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Prints the stack of a frame, the caller's if None."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The lines print_stack() prints."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The summary of the stack of a frame, the caller's if None: outermost first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Clears the local variables of all frames of a traceback that have ended."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


def walk_stack(f):
    """(frame, line number) of a frame and those that called it."""
    if f is None:
        f = sys._getframe().f_back
        for _ in range(3):
            f = f.f_back if f is not None else None
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """(frame, line number) of the entries of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _entries_of_traceback(tb):
    while tb is not None:
        yield tb.tb_frame, (tb.tb_lineno, *_position(tb))
        tb = tb.tb_next


def _entries_of_frames(frames):
    for frame, line in frames:
        yield frame, (line, None, None, None)


def _text_of(value, what, function=str):
    try:
        return function(value)
    except:
        return f'<{what} {function.__name__}() failed>'


# --- Stacks


class FrameSummary:
    """What is worth printing of a frame."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line',
                 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = (None if not locals else
                       {key: _text_of(value, 'local', repr) for key, value in locals.items()})
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        """The source line, without blanks around it."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _fields(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._fields() == other
        return NotImplemented

    def __getitem__(self, position):
        return self._fields()[position]

    def __iter__(self):
        return iter(self._fields())

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    """The summaries of a stack's frames."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From an iterable of (frame, line number)."""
        return klass._extract(_entries_of_frames(frame_gen), limit, lookup_lines, capture_locals)

    @classmethod
    def _extract(klass, entries, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            entries = list(entries)
            entries = entries[:limit] if limit >= 0 else entries[limit:]
        stack = klass()
        files = set()
        for frame, (line, end_line, column, end_column) in entries:
            code = frame.f_code
            filename = code.co_filename
            files.add(filename)
            linecache.lazycache(filename, frame.f_globals)
            stack.append(FrameSummary(
                filename, line, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_line, colno=column, end_colno=end_column))
        for filename in files:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in stack:
                summary.line
        return stack

    @classmethod
    def from_list(klass, a_list):
        """From summaries, or tuples (file name, line number, name, line)."""
        stack = klass()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                stack.append(frame)
            else:
                filename, lineno, name, line = frame
                stack.append(FrameSummary(filename, lineno, name, line=line))
        return stack

    def format_frame_summary(self, frame_summary):
        """The lines of one frame, as one text."""
        out = [f'  File "{frame_summary.filename}", line {frame_summary.lineno}, '
               f'in {frame_summary.name}\n']
        if frame_summary.line:
            out.append(f'    {frame_summary.line}\n')
            out.append(_carets(frame_summary))
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                out.append(f'    {name} = {value}\n')
        return ''.join(out)

    def format(self):
        """The text of each frame; of one that repeats many times only some are shown."""
        result = []
        last = None
        count = 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if None in place or place != last:
                self._add_repetitions(result, count)
                last = place
                count = 0
            count += 1
            if count <= _SHOWN_REPETITIONS:
                result.append(text)
        self._add_repetitions(result, count)
        return result

    @staticmethod
    def _add_repetitions(result, count):
        hidden = count - _SHOWN_REPETITIONS
        if hidden > 0:
            result.append(f'  [Previous line repeated {hidden} more '
                          f'time{"s" if hidden > 1 else ""}]\n')


def _carets(summary):
    """The line that marks the failed expression; '' when it would mark the whole line."""
    if summary.colno is None or summary.end_colno is None:
        return ''
    original = summary._original_line
    shown = summary.line
    # Columns count bytes.
    encoded = original.encode()
    begin = len(encoded[:summary.colno].decode(errors='replace'))
    end = len(encoded[:summary.end_colno].decode(errors='replace'))
    # The end of the line is cut off as well as what precedes the text.
    cut = len(original) - len(shown)
    middle = None
    if summary.lineno == summary.end_lineno:
        middle = _anchors(original[begin:end])
        width = end - begin
    else:
        width = cut + len(shown) - begin - 1
    if not width < len(shown) and not (middle and middle[1] > middle[0]):
        return ''
    marks = ['~' if middle else '^'] * width
    if middle:
        marks[middle[0]:middle[1]] = '^' * (middle[1] - middle[0])
    return '    ' + ' ' * (begin + 1 - cut) + ''.join(marks) + '\n'


# --- Exceptions


class _Output:
    """The lines of an exception, behind the margin of the groups around it."""

    def __init__(self):
        self.depth = 0
        self.needs_closing = False

    def indentation(self):
        return ' ' * (2 * self.depth)

    def emit(self, texts, margin='|'):
        if isinstance(texts, str):
            texts = [texts]
        if not self.depth:
            yield from texts
            return
        prefix = f'{self.indentation()}{margin} '
        for text in texts:
            yield ''.join(prefix + line for line in text.splitlines(True))


class TracebackException:
    """What is worth printing of an exception, of its cause and its context."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        seen = set() if _seen is None else _seen
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth)
        self._take(exc_type, exc_value, exc_traceback, seen, options)
        # Causes and contexts in a row: the chain may be longer than calls can nest.
        todo = [(self, exc_value)]
        while todo:
            owner, value = todo.pop()
            if value is None:
                continue
            cause = value.__cause__
            if cause is not None and id(cause) not in seen:
                owner.__cause__ = self._another(cause, seen, options)
                todo.append((owner.__cause__, cause))
            needs_context = not compact or (owner.__cause__ is None and
                                            not value.__suppress_context__)
            context = value.__context__
            if context is not None and needs_context and id(context) not in seen:
                owner.__context__ = self._another(context, seen, options)
                todo.append((owner.__context__, context))
            if isinstance(value, BaseExceptionGroup):
                owner.exceptions = [
                    TracebackException(type(member), member, member.__traceback__,
                                       _seen=seen, compact=compact, **options)
                    for member in value.exceptions]

    @classmethod
    def _another(cls, value, seen, options):
        made = cls.__new__(cls)
        made._take(type(value), value, value.__traceback__, seen, options)
        return made

    def _take(self, exc_type, value, tb, seen, options):
        seen.add(id(value))
        self.max_group_width = options['max_group_width']
        self.max_group_depth = options['max_group_depth']
        self.stack = StackSummary._extract(
            _entries_of_traceback(tb), limit=options['limit'],
            lookup_lines=options['lookup_lines'], capture_locals=options['capture_locals'])
        self.exc_type = exc_type
        self._str = _text_of(value, 'exception')
        self.__notes__ = getattr(value, '__notes__', None)
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = value.__suppress_context__ if value is not None else False
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = value.filename
            self.lineno = None if value.lineno is None else str(value.lineno)
            self.end_lineno = None if value.end_lineno is None else str(value.end_lineno)
            self.text = value.text
            self.offset = value.offset
            self.end_offset = value.end_offset
            self.msg = value.msg

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception with its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The lines behind the traceback: for a SyntaxError its place, the message, the notes."""
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            if not isinstance(module, str):
                module = '<unknown>'
            name = module + '.' + name
        if issubclass(self.exc_type, SyntaxError):
            yield from self._syntax_error_lines(name)
        else:
            yield _final_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _text_of(note, 'note').split('\n'):
                    yield line + '\n'
        elif notes is not None:
            yield _text_of(notes, '__notes__', repr) + '\n'

    def _syntax_error_lines(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            whole = self.text.rstrip('\n')
            shown = whole.lstrip(' \n\f')
            cut = len(whole) - len(shown) + 1
            yield f'    {shown}\n'
            if self.offset is not None:
                end = self.end_offset or self.offset
                if end == -1 or end == self.offset:
                    end = self.offset + 1
                begin = self.offset - cut
                if begin >= 0:
                    blanks = ''.join(c if c.isspace() else ' ' for c in shown[:begin])
                    yield f'    {blanks}{"^" * (end - cut - begin)}\n'
        yield f'{name}: {self.msg or "<no detail available>"}{suffix}\n'

    def _chain(self, chain):
        """(text in front, exception), the one that came first at the beginning."""
        parts = []
        current = self
        while current is not None:
            if chain and current.__cause__ is not None:
                parts.append((_CAUSE, current))
                current = current.__cause__
            elif chain and current.__context__ is not None and not current.__suppress_context__:
                parts.append((_CONTEXT, current))
                current = current.__context__
            else:
                parts.append((None, current))
                current = None
        return reversed(parts)

    def format(self, *, chain=True, _ctx=None):
        """The lines of the exception, the chain before it unless told not to."""
        output = _Output() if _ctx is None else _ctx
        for front, each in self._chain(chain):
            if front is not None:
                yield from output.emit(front)
            if each.exceptions is None:
                if each.stack:
                    yield from output.emit('Traceback (most recent call last):\n')
                    yield from output.emit(each.stack.format())
                yield from output.emit(each.format_exception_only())
            elif output.depth > self.max_group_depth:
                yield from output.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from each._group_lines(output, self.max_group_width)

    def _group_lines(self, output, width):
        outermost = output.depth == 0
        if outermost:
            output.depth = 1
        if self.stack:
            yield from output.emit('Exception Group Traceback (most recent call last):\n',
                                   '+' if outermost else '|')
            yield from output.emit(self.stack.format())
        yield from output.emit(self.format_exception_only())
        count = len(self.exceptions)
        shown = count if count <= width else width + 1
        output.needs_closing = False
        for place in range(shown):
            last = place == shown - 1
            if last:
                # The last member may be a group, which then draws the closing line.
                output.needs_closing = True
            title = str(place + 1) if place < width else '...'
            yield (f'{output.indentation()}{"+-" if place == 0 else "  "}'
                   f'+---------------- {title} ----------------\n')
            output.depth += 1
            if place < width:
                yield from self.exceptions[place].format(_ctx=output)
            else:
                rest = count - width
                yield from output.emit(f'and {rest} more exception{"s" if rest > 1 else ""}\n')
            if last and output.needs_closing:
                yield output.indentation() + '+------------------------------------\n'
                output.needs_closing = False
            output.depth -= 1
        if outermost:
            output.depth = 0

    def print(self, *, file=None, chain=True):
        """Prints what format() gives."""
        _print(self.format(chain=chain), file)


def _final_line(name, text):
    if text is None or text == 'None' and name is None or not text:
        return f'{name}\n' if name is not None else 'NoneType: None\n'
    return f'{name}: {text}\n'
