"""From JSON to values."""

from _json import scan as _scan, set_error as _set_error

__all__ = ['JSONDecoder', 'JSONDecodeError']

_BLANKS = ' \t\n\r'


class JSONDecodeError(ValueError):
    """A text that is no JSON: msg, doc (the text), and where (pos, lineno, colno)."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_set_error(JSONDecodeError)


class JSONDecoder:
    """Makes values of JSON; hooks say what to make of objects, numbers and constants."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value of a whole text."""
        begin = len(s) - len(s.lstrip(_BLANKS))
        value, end = self.raw_decode(s, begin)
        while end < len(s) and s[end] in _BLANKS:
            end += 1
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at a place of a text, and where it ends."""
        return _scan(s, idx, self.strict, self.object_hook, self.object_pairs_hook,
                     None if self.parse_float is float else self.parse_float,
                     None if self.parse_int is int else self.parse_int, self.parse_constant)
