"""Paths that fit a pattern; ** stands for any folders when recursive is set."""

import fnmatch
import os
import re
import sys

__all__ = ['escape', 'glob', 'iglob']

_magic = re.compile('([*?[])')
_magic_bytes = re.compile(b'([*?[])')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that fit, in no order."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """An iterator over the paths that fit."""
    if dir_fd is not None:
        raise NotImplementedError('glob: dir_fd unavailable on this platform')
    if root_dir is None:
        root_dir = pathname[:0]
    else:
        root_dir = os.fspath(root_dir)
    paths = _paths(pathname, root_dir, recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        # The empty path fits as well, but is none.
        return (path for path in paths if path)
    return paths


def _join(folder, name):
    if not folder or not name:
        return folder or name
    return os.path.join(folder, name)


def _paths(pathname, root, recursive, only_folders, hidden):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        path = _join(root, pathname)
        if name:
            if os.path.lexists(path):
                yield pathname
        elif os.path.isdir(_join(root, folder)):
            yield pathname
        return
    if not folder:
        if recursive and _is_recursive(name):
            yield from _below(root, name, only_folders, hidden)
        else:
            yield from _fitting(root, name, only_folders, hidden)
        return
    if folder != pathname and has_magic(folder):
        folders = _paths(folder, root, recursive, True, hidden)
    else:
        folders = [folder]
    for each in folders:
        here = _join(root, each)
        if not has_magic(name):
            if not name:
                found = [name] if os.path.isdir(here) else []
            else:
                found = [name] if os.path.lexists(_join(here, name)) else []
        elif recursive and _is_recursive(name):
            found = _below(here, name, only_folders, hidden)
        else:
            found = _fitting(here, name, only_folders, hidden)
        for each_name in found:
            yield os.path.join(each, each_name)


def _names(folder, only_folders):
    """Names in a folder; nothing when it cannot be read."""
    as_bytes = isinstance(folder, bytes)
    try:
        with os.scandir(folder or (b'.' if as_bytes else '.')) as entries:
            for entry in entries:
                try:
                    if not only_folders or entry.is_dir():
                        yield entry.name
                except OSError:
                    pass
    except OSError:
        return


def _fitting(folder, pattern, only_folders, hidden):
    names = list(_names(folder, only_folders))
    if not (hidden or _is_hidden(pattern)):
        names = [name for name in names if not _is_hidden(name)]
    return fnmatch.filter(names, pattern)


def _below(folder, pattern, only_folders, hidden):
    """The folder itself (as an empty name) and whatever lies below it."""
    if not folder or os.path.isdir(folder):
        yield pattern[:0]
    yield from _deep(folder, only_folders, hidden)


def _deep(folder, only_folders, hidden):
    for name in list(_names(folder, only_folders)):
        if not hidden and _is_hidden(name):
            continue
        yield name
        for below in _deep(_join(folder, name), only_folders, hidden):
            yield os.path.join(name, below)


def has_magic(s):
    """Whether a path is a pattern."""
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def _is_hidden(name):
    return name[:1] in ('.', b'.')


def _is_recursive(pattern):
    return pattern in ('**', b'**')


def escape(pathname):
    """A pattern only the path itself fits."""
    if isinstance(pathname, bytes):
        return _magic_bytes.sub(rb'[\1]', pathname)
    return _magic.sub(r'[\1]', pathname)
