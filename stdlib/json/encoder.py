"""From values to JSON."""

from _json import quote as _quote, write as _write

__all__ = ['JSONEncoder']


def encode_basestring(s):
    """A text as JSON."""
    return _quote(s, False)


def encode_basestring_ascii(s):
    """A text as JSON of ASCII characters only."""
    return _quote(s, True)


class JSONEncoder:
    """Makes JSON of values; default() says what to make of those JSON has no form for."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What stands for a value JSON has no form for; raises TypeError unless overridden."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """A value as JSON."""
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The JSON of a value in pieces."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return iter((_write(o, self.default, self.ensure_ascii, self.check_circular,
                            self.allow_nan, self.sort_keys, self.skipkeys, indent,
                            self.item_separator, self.key_separator),))
