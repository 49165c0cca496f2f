"""Module pathlib's paths that touch no files: what is between the slashes."""

import os

__name__ = 'pathlib'  # what is made here belongs to the module users see


class _Posix:
    """How paths are written on POSIX systems."""

    sep = '/'
    altsep = ''
    is_posix = True

    @staticmethod
    def split_root(text):
        """(drive, root, rest); two leading slashes, but not three, are a root of their own."""
        stripped = text.lstrip('/')
        count = len(text) - len(stripped)
        root = '//' if count == 2 else '/' if count else ''
        return '', root, stripped

    @staticmethod
    def fold(text):
        return text

    @staticmethod
    def is_reserved(parts):
        return False


class _Windows:
    """How paths are written on Windows."""

    sep = '\\'
    altsep = '/'
    is_posix = False
    reserved = ({'CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'}
                | {name + digit for name in ('COM', 'LPT') for digit in '123456789\xb9\xb2\xb3'})

    @staticmethod
    def split_root(text):
        if text.startswith('\\\\') and text[2:3] != '\\':
            # \\host\share\rest; a host without a share is no drive.
            host, _, after = text[2:].partition('\\')
            share, backslash, rest = after.partition('\\')
            if host and share:
                prefix = '\\\\' + host + '\\' + share
                return prefix, '\\', rest.lstrip('\\')
        drive = ''
        if text[1:2] == ':' and text[0].isascii() and text[0].isalpha():
            drive, text = text[:2], text[2:]
        stripped = text.lstrip('\\')
        return drive, '\\' if len(stripped) != len(text) else '', stripped

    @staticmethod
    def fold(text):
        return text.lower()

    @classmethod
    def is_reserved(cls, parts):
        if not parts or parts[0].startswith('\\\\'):
            return False
        name = parts[-1].partition('.')[0].partition(':')[0].rstrip(' ')
        return name.upper() in cls.reserved


class _Parents:
    """The ancestors of a path, nearest first."""

    __slots__ = ('_class', '_drive', '_root', '_parts')

    def __init__(self, path):
        self._class = type(path)
        self._drive = path._drive
        self._root = path._root
        self._parts = path._parts

    def __len__(self):
        return len(self._parts) - 1 if self._drive or self._root else len(self._parts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._class._assemble(self._drive, self._root, self._parts[:-index - 1])

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def __contains__(self, value):
        return any(value is each or value == each for each in self)

    def __repr__(self):
        return f'<{self._class.__name__}.parents>'


class PurePath:
    """A path that is only looked at; the system's files are not asked.

    PurePath() makes a PurePosixPath or PureWindowsPath, whichever is the system's.
    """

    # _parts holds the anchor (drive and root together), if there is one, and then the names.
    __slots__ = ('_drive', '_root', '_parts', '_text', '_hash', '_folded')
    _flavour = _Posix

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath if os.name == 'posix' else PureWindowsPath
        return cls._from_arguments(args)

    def __reduce__(self):
        return type(self), tuple(self._parts)

    @classmethod
    def _parse(cls, arguments):
        flavour = cls._flavour
        drive = root = ''
        names = []
        for argument in arguments:
            if isinstance(argument, PurePath):
                if type(argument)._flavour is flavour:
                    part_drive, part_root = argument._drive, argument._root
                    part_names = argument._parts[1 if part_drive or part_root else 0:]
                else:
                    part_drive, part_root, part_names = cls._parse_text('\\'.join(argument._parts)
                        if flavour is _Windows else '/'.join(argument._parts))
            else:
                text = os.fspath(argument)
                if not isinstance(text, str):
                    raise TypeError('argument should be a str object or an os.PathLike '
                                    f'object returning str, not {type(text)!r}')
                part_drive, part_root, part_names = cls._parse_text(text)
            if part_root:
                # An absolute part starts over; on Windows it may lack the drive.
                drive = part_drive or drive
                root, names = part_root, list(part_names)
            elif part_drive and flavour.fold(part_drive) != flavour.fold(drive):
                drive, root, names = part_drive, '', list(part_names)
            else:
                drive = part_drive or drive
                names.extend(part_names)
        return drive, root, names

    @classmethod
    def _parse_text(cls, text):
        flavour = cls._flavour
        if flavour.altsep:
            text = text.replace(flavour.altsep, flavour.sep)
        drive, root, rest = flavour.split_root(text)
        return drive, root, [name for name in rest.split(flavour.sep) if name and name != '.']

    @classmethod
    def _from_arguments(cls, arguments):
        drive, root, names = cls._parse(arguments)
        anchor = drive + root
        return cls._assemble(drive, root, [anchor, *names] if anchor else names)

    @classmethod
    def _assemble(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drive = drive
        self._root = root
        self._parts = parts
        return self

    def _child(self, arguments):
        # Relative text without frills is by far the usual argument.
        drive, root, names = self._parse(arguments)
        if not drive and not root:
            return self._assemble(self._drive, self._root, self._parts + names)
        return self._from_arguments((self, *arguments))

    # --- As text

    def __str__(self):
        """The path as the system writes it."""
        try:
            return self._text
        except AttributeError:
            parts = self._parts
            if self._drive or self._root:
                self._text = parts[0] + self._flavour.sep.join(parts[1:])
            else:
                self._text = self._flavour.sep.join(parts) or '.'
            return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        """The path as the system's bytes."""
        return os.fsencode(self)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.as_posix()!r})'

    def as_posix(self):
        """The path with slashes."""
        return str(self).replace(self._flavour.sep, '/')

    def as_uri(self):
        """The path as a file: address."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        if self._flavour is _Posix:
            return 'file://' + quote_from_bytes(bytes(self))
        drive = self._drive
        if drive[1:2] == ':':
            rest = self.as_posix()[2:].lstrip('/')
            return f'file:///{drive}/{quote_from_bytes(rest.encode("utf-8"))}'
        return 'file:' + quote_from_bytes(self.as_posix().encode('utf-8'))

    # --- Compared

    @property
    def _comparable(self):
        try:
            return self._folded
        except AttributeError:
            fold = self._flavour.fold
            self._folded = [fold(part) for part in self._parts]
            return self._folded

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._comparable == other._comparable and self._flavour is other._flavour

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._comparable))
            return self._hash

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._comparable < other._comparable

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._comparable <= other._comparable

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._comparable > other._comparable

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._comparable >= other._comparable

    __class_getitem__ = classmethod(type(list[int]))

    # --- Parts

    @property
    def drive(self):
        """The drive's name, empty on POSIX."""
        return self._drive

    @property
    def root(self):
        """The slash an absolute path begins with."""
        return self._root

    @property
    def anchor(self):
        """Drive and root."""
        return self._drive + self._root

    @property
    def parts(self):
        """The anchor and the names, as a tuple."""
        return tuple(self._parts)

    @property
    def name(self):
        """The last name; empty for a bare anchor."""
        parts = self._parts
        if len(parts) == (1 if self._drive or self._root else 0):
            return ''
        return parts[-1]

    @property
    def suffix(self):
        """The last name's extension with its dot."""
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        """All extensions of the last name."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The last name without its extension."""
        name = self.name
        dot = name.rfind('.')
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        """The folder the path is in."""
        if len(self._parts) == (1 if self._drive or self._root else 0):
            return self
        return self._assemble(self._drive, self._root, self._parts[:-1])

    @property
    def parents(self):
        """All folders above, nearest first."""
        return _Parents(self)

    # --- Made from this one

    def with_name(self, name):
        """The path with another last name."""
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        flavour = self._flavour
        drive, root, names = self._parse_text(name)
        if (not name or name[-1] in (flavour.sep, flavour.altsep) or drive or root
                or len(names) != 1):
            raise ValueError(f'Invalid name {name!r}')
        return self._assemble(self._drive, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        """The path with another last name before the extension."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another extension, or with none."""
        flavour = self._flavour
        if flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix:
            raise ValueError(f'Invalid suffix {suffix!r}')
        if suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        name = self.name
        if not name:
            raise ValueError(f'{self!r} has an empty name')
        old = self.suffix
        name = (name[:-len(old)] if old else name) + suffix
        return self._assemble(self._drive, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        """The path as seen from a folder above it."""
        if not other:
            raise TypeError('need at least one argument')
        drive, root, names = self._parse(other)
        fold = self._flavour.fold
        own_anchored = bool(self._drive or self._root)
        own = [self._drive, self._root, *self._parts[1:]] if self._root else (
            [self._drive, *self._parts[1:]] if own_anchored else self._parts)
        theirs = [drive, root, *names] if root else [drive, *names] if drive else names
        count = len(theirs)
        if (root or drive) and not own_anchored or count == 0 and own_anchored or (
                [fold(part) for part in own[:count]] != [fold(part) for part in theirs]):
            formatted = self._from_arguments(other)
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(formatted)!r}"
                             " OR one path is relative and the other is absolute.")
        return self._assemble('', self._root if count == 1 else '', own[count:]) \
            if drive and not root and self._root else self._assemble('', '', list(own[count:]))

    def is_relative_to(self, *other):
        """Whether the path is below another one."""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        """The path with more behind it."""
        return self._child(args)

    def __truediv__(self, key):
        try:
            return self._child((key,))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_arguments((key, self))
        except TypeError:
            return NotImplemented

    # --- Questions

    def is_absolute(self):
        """Whether the path begins at a root (and, on Windows, a drive)."""
        return bool(self._root) and (self._flavour.is_posix or bool(self._drive))

    def is_reserved(self):
        """Whether the name means a device on Windows."""
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern):
        """Whether the path, from its end on, fits a pattern."""
        import fnmatch
        fold = self._flavour.fold
        drive, root, names = self._parse_text(fold(path_pattern))
        if not (drive or root or names):
            raise ValueError('empty pattern')
        parts = self._comparable
        if drive and drive != fold(self._drive) or root and root != fold(self._root):
            return False
        anchor = drive + root
        patterns = [anchor, *names] if anchor else names
        if anchor and len(patterns) != len(parts) or len(patterns) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(part, pattern)
                   for part, pattern in zip(reversed(parts), reversed(patterns)))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path as POSIX systems write it."""

    __slots__ = ()
    _flavour = _Posix


class PureWindowsPath(PurePath):
    """A path as Windows writes it."""

    __slots__ = ()
    _flavour = _Windows

