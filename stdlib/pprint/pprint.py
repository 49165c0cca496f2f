"""Text forms of data spread over lines."""

import sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print data spread over lines."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """Data spread over lines, as a string."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print data spread over lines, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The text form of data on one line."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() of the text form gives the data again."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the data holds itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SafeKey:
    # Orders anything: what cannot be compared by type and address.
    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_pair(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


class PrettyPrinter:
    """Spreads data over lines of limited width."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        pieces = []
        self._format(object, pieces, 0, 0, {}, 0)
        return ''.join(pieces)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Text form, whether it is readable, whether the object holds itself."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    # Appends the text of an object to pieces. `indent`: the column it begins at; `allowance`: what
    # is to be kept free on the last line.
    def _format(self, object, pieces, indent, allowance, context, level):
        key = id(object)
        if key in context:
            pieces.append(_recursion(object))
            return
        shown = self._repr(object, context, level)
        if len(shown) > self._width - indent - allowance:
            method = self._dispatch.get(type(object).__repr__)
            if method is not None:
                context[key] = 1
                method(self, object, pieces, indent, allowance, context, level + 1)
                del context[key]
                return
            if hasattr(type(object), '__dataclass_fields__') and (
                    object.__dataclass_params__.repr and
                    hasattr(object.__repr__, '__wrapped__') or
                    _has_made_repr(object)):
                context[key] = 1
                self._format_dataclass(object, pieces, indent, allowance, context, level + 1)
                del context[key]
                return
        pieces.append(shown)

    def _format_dataclass(self, object, pieces, indent, allowance, context, level):
        from dataclasses import fields
        name = type(object).__name__
        indent += len(name) + 1
        items = [(each.name, getattr(object, each.name)) for each in fields(object) if each.repr]
        pieces.append(name + '(')
        self._format_named(items, pieces, indent, allowance, context, level)
        pieces.append(')')

    def _format_namespace(self, object, pieces, indent, allowance, context, level):
        name = 'namespace' if type(object) is type(sys.implementation) else type(object).__name__
        indent += len(name) + 1
        pieces.append(name + '(')
        self._format_named(object.__dict__.items(), pieces, indent, allowance, context, level)
        pieces.append(')')

    def _format_named(self, items, pieces, indent, allowance, context, level):
        separator = ',\n' + ' ' * indent
        items = list(items)
        for index, (name, value) in enumerate(items):
            last = index == len(items) - 1
            pieces.append(name + '=')
            if id(value) in context:
                pieces.append('...')
            else:
                self._format(value, pieces, indent + len(name) + 1, allowance if last else 1,
                             context, level)
            if not last:
                pieces.append(separator)

    def _format_dict(self, object, pieces, indent, allowance, context, level):
        pieces.append('{')
        if self._indent_per_level > 1:
            pieces.append((self._indent_per_level - 1) * ' ')
        if object:
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_safe_pair)
            self._format_pairs(list(items), pieces, indent, allowance + 1, context, level)
        pieces.append('}')

    def _format_ordered_dict(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        name = type(object).__name__
        pieces.append(name + '(')
        self._format(list(object.items()), pieces, indent + len(name) + 1, allowance + 1, context,
                     level)
        pieces.append(')')

    def _format_view(self, object, pieces, indent, allowance, context, level):
        name = type(object).__name__
        pieces.append(name + '([')
        elements = list(object)
        if self._sort_dicts:
            elements = sorted(elements, key=_safe_pair if name.endswith('items') else _SafeKey)
        self._format_items(elements, pieces, indent + len(name) + 1, allowance + 1, context, level)
        pieces.append('])')

    def _format_list(self, object, pieces, indent, allowance, context, level):
        pieces.append('[')
        self._format_items(object, pieces, indent, allowance + 1, context, level)
        pieces.append(']')

    def _format_tuple(self, object, pieces, indent, allowance, context, level):
        pieces.append('(')
        end = ',)' if len(object) == 1 else ')'
        self._format_items(object, pieces, indent, allowance + len(end), context, level)
        pieces.append(end)

    def _format_set(self, object, pieces, indent, allowance, context, level):
        if not len(object):
            pieces.append(repr(object))
            return
        cls = type(object)
        if cls is set:
            pieces.append('{')
            end = '}'
        else:
            pieces.append(cls.__name__ + '({')
            end = '})'
            indent += len(cls.__name__) + 1
        self._format_items(sorted(object, key=_SafeKey), pieces, indent, allowance + len(end),
                           context, level)
        pieces.append(end)

    def _format_str(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        chunks = []
        if level == 1:
            indent += 1
            allowance += 1
        width = widest = self._width - indent
        shown = ''
        lines = object.splitlines(True)
        for index, line in enumerate(lines):
            shown = repr(line)
            if index == len(lines) - 1:
                widest -= allowance
            if len(shown) <= widest:
                chunks.append(shown)
                continue
            # A line that is too long is broken between words.
            parts = _words_of(line)
            widest_part = width
            current = ''
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and index == len(lines) - 1:
                    widest_part -= allowance
                if len(repr(candidate)) > widest_part:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            pieces.append(shown)
            return
        if level == 1:
            pieces.append('(')
        pieces.append(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            pieces.append(')')

    def _format_bytes(self, object, pieces, indent, allowance, context, level):
        if len(object) <= 4:
            pieces.append(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            pieces.append('(')
        self._format_byte_chunks(object, pieces, indent, allowance)
        if parens:
            pieces.append(')')

    def _format_byte_chunks(self, object, pieces, indent, allowance):
        width = self._width - indent
        current = b''
        last = len(object) // 4 * 4
        separator = ''
        for start in range(0, len(object), 4):
            part = object[start:start + 4]
            candidate = current + part
            if start == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    pieces.append(separator + repr(current))
                    separator = '\n' + ' ' * indent
                current = part
            else:
                current = candidate
        if current:
            pieces.append(separator + repr(current))

    def _format_bytearray(self, object, pieces, indent, allowance, context, level):
        pieces.append('bytearray(')
        self._format_bytes(bytes(object), pieces, indent + 10, allowance + 1, context, level + 1)
        pieces.append(')')

    def _format_proxy(self, object, pieces, indent, allowance, context, level):
        pieces.append('mappingproxy(')
        self._format(object.copy(), pieces, indent + 13, allowance + 1, context, level)
        pieces.append(')')

    def _format_default_dict(self, object, pieces, indent, allowance, context, level):
        if not len(object):
            pieces.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        pieces.append(f'{name}({factory},\n{" " * indent}')
        self._format_dict(object, pieces, indent, allowance + 1, context, level)
        pieces.append(')')

    def _format_counter(self, object, pieces, indent, allowance, context, level):
        if not len(object):
            pieces.append(repr(object))
            return
        name = type(object).__name__
        pieces.append(name + '({')
        if self._indent_per_level > 1:
            pieces.append((self._indent_per_level - 1) * ' ')
        self._format_pairs(object.most_common(), pieces, indent + len(name) + 1, allowance + 2,
                           context, level)
        pieces.append('})')

    def _format_chain_map(self, object, pieces, indent, allowance, context, level):
        if not len(object.maps):
            pieces.append(repr(object))
            return
        name = type(object).__name__
        pieces.append(name + '(')
        indent += len(name) + 1
        for index, mapping in enumerate(object.maps):
            if index == len(object.maps) - 1:
                self._format(mapping, pieces, indent, allowance + 1, context, level)
                pieces.append(')')
            else:
                self._format(mapping, pieces, indent, 1, context, level)
                pieces.append(',\n' + ' ' * indent)

    def _format_deque(self, object, pieces, indent, allowance, context, level):
        if not len(object):
            pieces.append(repr(object))
            return
        name = type(object).__name__
        pieces.append(name + '(')
        indent += len(name) + 1
        pieces.append('[')
        if object.maxlen is None:
            self._format_items(object, pieces, indent, allowance + 2, context, level)
            pieces.append('])')
        else:
            self._format_items(object, pieces, indent, 2, context, level)
            maxlen = self._repr(object.maxlen, context, level)
            pieces.append(f'],\n{" " * indent}maxlen={maxlen})')

    def _format_user(self, object, pieces, indent, allowance, context, level):
        self._format(object.data, pieces, indent, allowance, context, level - 1)

    def _format_pairs(self, items, pieces, indent, allowance, context, level):
        indent += self._indent_per_level
        separator = ',\n' + ' ' * indent
        for index, (key, value) in enumerate(items):
            last = index == len(items) - 1
            shown = self._repr(key, context, level)
            pieces.append(shown + ': ')
            self._format(value, pieces, indent + len(shown) + 2, allowance if last else 1, context,
                         level)
            if not last:
                pieces.append(separator)

    def _format_items(self, items, pieces, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            pieces.append((self._indent_per_level - 1) * ' ')
        separator = ',\n' + ' ' * indent
        delimiter = ''
        width = widest = self._width - indent + 1
        items = list(items)
        for index, item in enumerate(items):
            last = index == len(items) - 1
            if last:
                widest -= allowance
                width -= allowance
            if self._compact:
                shown = self._repr(item, context, level)
                needed = len(shown) + 2
                if width < needed:
                    width = widest
                    if delimiter:
                        delimiter = separator
                if width >= needed:
                    width -= needed
                    pieces.append(delimiter)
                    delimiter = ', '
                    pieces.append(shown)
                    continue
            pieces.append(delimiter)
            delimiter = separator
            self._format(item, pieces, indent, allowance if last else 1, context, level)

    def _safe_repr(self, object, context, maxlevels, level):
        # Text on one line, whether it is readable, whether the object holds itself.
        cls = type(object)
        if cls in _builtin_scalars:
            return repr(object), True, False
        method = getattr(cls, '__repr__', None)
        if issubclass(cls, int) and method is int.__repr__:
            if self._underscore_numbers:
                return f'{object:_d}', True, False
            return repr(object), True, False
        key = id(object)
        if issubclass(cls, dict) and method is dict.__repr__:
            if not object:
                return '{}', True, False
            if maxlevels and level >= maxlevels:
                return '{...}', False, key in context
            if key in context:
                return _recursion(object), False, True
            context[key] = 1
            readable = True
            recursive = False
            parts = []
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_safe_pair)
            for name, value in items:
                shown = [self.format(each, context, maxlevels, level + 1)
                         for each in (name, value)]
                parts.append(f'{shown[0][0]}: {shown[1][0]}')
                readable = readable and shown[0][1] and shown[1][1]
                recursive = recursive or shown[0][2] or shown[1][2]
            del context[key]
            return '{' + ', '.join(parts) + '}', readable, recursive
        if (issubclass(cls, list) and method is list.__repr__ or
                issubclass(cls, tuple) and method is tuple.__repr__):
            if issubclass(cls, list):
                if not object:
                    return '[]', True, False
                form = '[%s]'
            elif len(object) == 1:
                form = '(%s,)'
            else:
                if not object:
                    return '()', True, False
                form = '(%s)'
            if maxlevels and level >= maxlevels:
                return form % '...', False, key in context
            if key in context:
                return _recursion(object), False, True
            context[key] = 1
            readable = True
            recursive = False
            parts = []
            for element in object:
                shown, is_readable, is_recursive = self.format(element, context, maxlevels,
                                                               level + 1)
                parts.append(shown)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            del context[key]
            return form % ', '.join(parts), readable, recursive
        shown = repr(object)
        return shown, bool(shown) and not shown.startswith('<'), False

    _dispatch = {
        dict.__repr__: _format_dict,
        list.__repr__: _format_list,
        tuple.__repr__: _format_tuple,
        set.__repr__: _format_set,
        frozenset.__repr__: _format_set,
        str.__repr__: _format_str,
        bytes.__repr__: _format_bytes,
        bytearray.__repr__: _format_bytearray,
        type(type.__dict__).__repr__: _format_proxy,
        type(sys.implementation).__repr__: _format_namespace,
    }


def _add_collections():
    # The containers of collections; those made on demand only if they are there.
    import collections
    dispatch = PrettyPrinter._dispatch
    dispatch[collections.OrderedDict.__repr__] = PrettyPrinter._format_ordered_dict
    dispatch[collections.defaultdict.__repr__] = PrettyPrinter._format_default_dict
    dispatch[collections.Counter.__repr__] = PrettyPrinter._format_counter
    dispatch[collections.deque.__repr__] = PrettyPrinter._format_deque
    dispatch[collections.ChainMap.__repr__] = PrettyPrinter._format_chain_map
    for name in ('UserDict', 'UserList', 'UserString'):
        dispatch[getattr(collections, name).__repr__] = PrettyPrinter._format_user


_add_collections()

_builtin_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def _has_made_repr(object):
    # Whether the text form is the one dataclass() made.
    method = type(object).__repr__
    code = getattr(method, '__code__', None)
    return code is not None and code.co_filename == _dataclass_file()


def _dataclass_file():
    import dataclasses
    return dataclasses.dataclass.__code__.co_filename


def _words_of(line):
    # The line in pieces of a word and the whitespace behind it.
    parts = []
    start = 0
    while start < len(line):
        end = start
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[start:end])
        start = end
    return parts


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'
