"""The part of os.path that asks the file system and is the same everywhere."""

import posix as _posix

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir',
           'isfile', 'samefile', 'sameopenfile', 'samestat']


def _form(path):
    """The bits of the mode that say what the path is; 0 if there is nothing."""
    try:
        return _posix.stat(path).st_mode & 0o170000
    except (OSError, ValueError):
        return 0


def exists(path):
    """Whether the path leads to something."""
    return _form(path) != 0


def isfile(path):
    """Whether the path leads to a file."""
    return _form(path) == 0o100000


def isdir(s):
    """Whether the path leads to a folder."""
    return _form(s) == 0o040000


def getsize(filename):
    """The size of a file in bytes."""
    return _posix.stat(filename).st_size


def getmtime(filename):
    """When the contents were changed last."""
    return _posix.stat(filename).st_mtime


def getatime(filename):
    """When the file was read last."""
    return _posix.stat(filename).st_atime


def getctime(filename):
    """When the file or what is known of it was changed last."""
    return _posix.stat(filename).st_ctime


def commonprefix(m):
    """The longest beginning that all texts (or lists) of a list share."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_posix.fspath, m))
    low, high = min(m), max(m)
    for place, element in enumerate(low):
        if element != high[place]:
            return low[:place]
    return low


def samestat(s1, s2):
    """Whether two results of stat() are about one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return samestat(_posix.stat(f1), _posix.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of one file."""
    return samestat(_posix.fstat(fp1), _posix.fstat(fp2))
