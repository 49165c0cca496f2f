"""Regular expressions."""

import _re
from _re import Match, Pattern

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer',
           'compile', 'purge', 'template', 'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L',
           'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE',
           'UNICODE', 'NOFLAG', 'RegexFlag']

__version__ = '2.2.1'


class _FlagClass(type):

    def __iter__(cls):
        return iter([getattr(cls, name) for name, value in _FLAG_NAMES])

    def __len__(cls):
        return len(_FLAG_NAMES)

    def __getitem__(cls, name):
        for known, value in _FLAG_NAMES:
            if known == name:
                return cls(value)
        raise KeyError(name)


class RegexFlag(int, metaclass=_FlagClass):
    """Flags of patterns; they may be joined by |."""

    def __repr__(self):
        number = int(self)
        names = [f're.{name}' for name, value in _FLAG_NAMES if number & value]
        rest = number & ~_ALL_FLAGS
        if rest:
            names.append(hex(rest))
        return '|'.join(names) or 're.NOFLAG'

    __str__ = object.__str__

    @property
    def name(self):
        """The name, those of several joined by |; None for none."""
        return '|'.join(name for name, value in _FLAG_NAMES if self & value) or None

    @property
    def value(self):
        """The number."""
        return int(self)

    def __or__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return RegexFlag(int(self) ^ int(other))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(_ALL_FLAGS & ~int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __hash__(self):
        return hash(int(self))


_FLAG_NAMES = (('ASCII', 256), ('IGNORECASE', 2), ('LOCALE', 4), ('UNICODE', 32),
               ('MULTILINE', 8), ('DOTALL', 16), ('VERBOSE', 64), ('TEMPLATE', 1), ('DEBUG', 128))
_ALL_FLAGS = 511

ASCII = A = RegexFlag(256)
IGNORECASE = I = RegexFlag(2)
LOCALE = L = RegexFlag(4)
UNICODE = U = RegexFlag(32)
MULTILINE = M = RegexFlag(8)
DOTALL = S = RegexFlag(16)
VERBOSE = X = RegexFlag(64)
TEMPLATE = T = RegexFlag(1)
DEBUG = RegexFlag(128)
NOFLAG = RegexFlag(0)
for _name, _value in (('ASCII', ASCII), ('A', A), ('IGNORECASE', I), ('I', I), ('LOCALE', L),
                      ('L', L), ('UNICODE', U), ('U', U), ('MULTILINE', M), ('M', M),
                      ('DOTALL', S), ('S', S), ('VERBOSE', X), ('X', X), ('TEMPLATE', T),
                      ('T', T), ('DEBUG', DEBUG), ('NOFLAG', NOFLAG)):
    setattr(RegexFlag, _name, _value)
del _name, _value


class error(Exception):
    """An expression that is none: msg, pattern, and where (pos, lineno, colno), None if unknown."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


_re.set_error(error)

_MAXCACHE = 512
_cache = {}
_compile_new = _re.compile


def compile(pattern, flags=0):
    """A pattern, for many uses."""
    return _compile(pattern, flags)


def _compile(pattern, flags):
    key = type(pattern), pattern, int(flags)
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    made = _compile_new(pattern, flags)
    if not flags & 128:
        if len(_cache) >= _MAXCACHE:
            # The oldest goes.
            try:
                del _cache[next(iter(_cache))]
            except (StopIteration, RuntimeError, KeyError):
                pass
        _cache[key] = made
    return made


def purge():
    """Forgets the patterns that were made for functions of the module."""
    _cache.clear()


def template(pattern, flags=0):
    """A pattern; the name is an old one."""
    import warnings
    warnings.warn('The re.template() function is deprecated as it is an undocumented function '
                  'without an obvious purpose. Use re.compile() instead.', DeprecationWarning)
    return _compile(pattern, flags | T)


def match(pattern, string, flags=0):
    """Whether the text begins with a match: it, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Whether all of the text is a match: it, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The text with matches replaced by repl: text with \\1 or \\g<name>, or a function."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """sub(), and how many were replaced."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The text split at matches; what groups matched stands between."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """The texts of all matches, or of their groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


_special = {letter: '\\' + chr(letter) for letter in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """The text as an expression that matches it."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, 'latin1').translate(_special).encode('latin1')


class Scanner:
    """Cuts text into tokens: a lexicon of (expression, action) is tried at each place."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        parts = []
        self._groups = []
        count = 1
        for phrase, action in lexicon:
            parts.append(f'({phrase})')
            self._groups.append(count)
            count += _compile(phrase, flags).groups + 1
        self.scanner = _compile('|'.join(parts), flags)

    def scan(self, string):
        """The tokens, and the rest that nothing fits."""
        result = []
        position = 0
        while True:
            found = self.scanner.match(string, position)
            if not found or found.end() == position:
                break
            for (phrase, action), group in zip(self.lexicon, self._groups):
                if found.start(group) >= 0:
                    break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            position = found.end()
        return result, string[position:]
