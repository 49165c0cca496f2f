"""Paths of POSIX systems: os.path.

Functions take str, bytes, or objects with __fspath__, and give back what they were given; none but
those that say so look at the file system.
"""

import posix as _posix
import genericpath as _genericpath
from genericpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile,
                         samefile, sameopenfile, samestat)

__all__ = [
    'normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname',
    'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists',
    'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile',
    'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep',
    'devnull', 'realpath', 'supports_unicode_filenames', 'relpath', 'commonpath']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False

_fspath = _posix.fspath


def _like(path, text):
    """A text in the form of the path."""
    return text.encode() if isinstance(path, bytes) else text


def _check_forms(function, *paths):
    """Raises the TypeError for paths that do not go together, if they do not."""
    seen_str = seen_bytes = False
    for path in paths:
        if isinstance(path, str):
            seen_str = True
        elif isinstance(path, bytes):
            seen_bytes = True
        else:
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, '
                            f'not {path.__class__.__name__!r}') from None
    if seen_str and seen_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path itself: case matters."""
    return _fspath(s)


def isabs(s):
    """Whether the path begins at the root."""
    s = _fspath(s)
    return s.startswith(_like(s, '/'))


def join(a, *p):
    """The paths one after the other; an absolute one begins anew."""
    a = _fspath(a)
    slash = _like(a, '/')
    path = a
    try:
        if not p:
            path[:0] + slash
        for part in map(_fspath, p):
            if part.startswith(slash):
                path = part
            elif not path or path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _check_forms('join', a, *p)
        raise
    return path


def split(p):
    """(head, tail): the tail is what follows the last slash."""
    p = _fspath(p)
    slash = _like(p, '/')
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    return head.rstrip(slash) or head, tail


def splitext(p):
    """(root, extension): the extension is empty or begins with the last dot of the last part."""
    p = _fspath(p)
    dot = _like(p, '.')
    begin = p.rfind(_like(p, '/')) + 1
    cut = p.rfind(dot)
    # Dots at the beginning of the name do not begin an extension.
    if cut > begin and p[begin:cut].strip(dot):
        return p[:cut], p[cut:]
    return p, p[:0]


def splitdrive(p):
    """(drive, path); the drive is empty."""
    p = _fspath(p)
    return p[:0], p


def basename(p):
    """The last part of the path."""
    return split(p)[1]


def dirname(p):
    """The path without its last part."""
    return split(p)[0]


def islink(path):
    """Whether the path is a symbolic link."""
    try:
        mode = _posix.lstat(path).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return mode & 0o170000 == 0o120000


def lexists(path):
    """Whether there is something of the name, be it a link that leads nowhere."""
    try:
        _posix.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def ismount(path):
    """Whether a file system begins at the path."""
    try:
        here = _posix.lstat(path)
    except (OSError, ValueError):
        return False
    if here.st_mode & 0o170000 == 0o120000:
        return False
    path = _fspath(path)
    try:
        above = _posix.lstat(realpath(join(path, _like(path, '..'))))
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    """The path with a leading ~ or ~user replaced by the home folder; unchanged if unknown."""
    path = _fspath(path)
    slash = _like(path, '/')
    if not path.startswith(_like(path, '~')):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    import os
    if end == 1:
        home = os.environ.get('HOME')
        if home is None:
            home = _home_of(str(_posix.getuid()), 2)
    else:
        name = path[1:end]
        home = _home_of(os.fsdecode(name), 0)
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home.rstrip(slash) + path[end:] or slash


def _home_of(wanted, column):
    """The home folder of the user whose entry has the text in a column; None if there is none."""
    try:
        with open('/etc/passwd', encoding='utf-8', errors='surrogateescape') as users:
            for line in users:
                fields = line.rstrip('\n').split(':')
                if len(fields) >= 7 and fields[column] == wanted:
                    return fields[5]
    except OSError:
        pass
    return None


def _is_name(letter):
    return letter.isalnum() and letter.isascii() or letter == '_'


def expandvars(path):
    """The path with $NAME and ${NAME} replaced by what the environment has; unknown ones stay."""
    path = _fspath(path)
    import os
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    pieces = []
    position = 0
    while True:
        begin = path.find('$', position)
        if begin < 0:
            break
        end = begin + 1
        name = None
        if path[end:end + 1] == '{':
            close = path.find('}', end)
            if close >= 0:
                name = path[end + 1:close]
                end = close + 1
        else:
            while end < len(path) and _is_name(path[end]):
                end += 1
            name = path[begin + 1:end]
        value = os.environ.get(name) if name else None
        if value is None:
            end = max(end, begin + 1)
            value = path[begin:end]
        else:
            value = value
        pieces.append(path[position:begin])
        pieces.append(value)
        position = end
    pieces.append(path[position:])
    return ''.join(pieces)


def normpath(path):
    """The path without doubled slashes, '.' and 'x/..'."""
    path = _fspath(path)
    slash, dot, dots = _like(path, '/'), _like(path, '.'), _like(path, '..')
    if not path:
        return dot
    # Exactly two slashes at the beginning mean something else to some systems.
    root = 0
    if path.startswith(slash):
        root = 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else 1
    kept = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part == dots:
            if kept and kept[-1] != dots:
                kept.pop()
                continue
            if root and not kept:
                continue
        kept.append(part)
    return slash * root + slash.join(kept) or dot


def abspath(path):
    """The path from the root on, normalised."""
    path = _fspath(path)
    if not isabs(path):
        path = join(_posix.getcwdb() if isinstance(path, bytes) else _posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The absolute path without symbolic links. With strict, every part must exist."""
    filename = _fspath(filename)
    slash, dot, dots = _like(filename, '/'), _like(filename, '.'), _like(filename, '..')
    path = slash if isabs(filename) else (
        _posix.getcwdb() if isinstance(filename, bytes) else _posix.getcwd())
    links = {}
    todo = filename.split(slash)[::-1]
    # None on the list says that the link whose name follows has been resolved.
    while todo:
        part = todo.pop()
        if part is None:
            links[todo.pop()] = path
            continue
        if not part or part == dot:
            continue
        if part == dots:
            path = path[:path.rfind(slash)] or slash
            continue
        whole = path + part if path == slash else path + slash + part
        try:
            mode = _posix.lstat(whole).st_mode
        except OSError:
            if strict:
                raise
            path = whole
            continue
        if mode & 0o170000 != 0o120000:
            path = whole
            continue
        if whole in links:
            known = links[whole]
            if known is not None:
                path = known
                continue
            # A link that leads to itself.
            if strict:
                _posix.stat(whole)
            path = whole
            continue
        links[whole] = None
        target = _posix.readlink(whole)
        if target.startswith(slash):
            path = slash
        todo.append(whole)
        todo.append(None)
        todo.extend(target.split(slash)[::-1])
    return path


def relpath(path, start=None):
    """The path as seen from the folder start (the working folder if None)."""
    if not path:
        raise ValueError('no path specified')
    path = _fspath(path)
    slash, dot, dots = _like(path, '/'), _like(path, '.'), _like(path, '..')
    start = dot if start is None else _fspath(start)
    try:
        here = [part for part in abspath(start).split(slash) if part]
        there = [part for part in abspath(path).split(slash) if part]
        common = len(commonprefix([here, there]))
        parts = [dots] * (len(here) - common) + there[common:]
        return join(*parts) if parts else dot
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        _check_forms('relpath', path, start)
        raise


def commonpath(paths):
    """The longest path that all of the paths lie below."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(_fspath, paths))
    first = paths[0]
    slash, dot = _like(first, '/'), _like(first, '.')
    try:
        split_paths = [path.split(slash) for path in paths]
        absolute = {path[:1] == slash for path in paths}
        if len(absolute) != 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        parts = [[part for part in path if part and part != dot] for path in split_paths]
        low, high = min(parts), max(parts)
        count = 0
        while count < len(low) and count < len(high) and low[count] == high[count]:
            count += 1
        return (slash if absolute.pop() else slash[:0]) + slash.join(low[:count])
    except (TypeError, AttributeError):
        _check_forms('commonpath', *paths)
        raise
