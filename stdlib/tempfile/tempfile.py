"""Files and folders for a while, with names nobody else has."""

import errno as _errno
import io as _io
import os as _os
import random as _random
import weakref as _weakref

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory',
           'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir',
           'gettempprefixb', 'gettempdirb']

TMP_MAX = 10000
template = 'tmp'
tempdir = None
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'


class _Names:
    """Random names without end; each process has its own."""

    def __init__(self):
        self._process = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._process != _os.getpid():
            self._process = _os.getpid()
            self._random = _random.Random()
        return ''.join(self._random.choices(_LETTERS, k=8))


_names = _Names()


def _candidates():
    for variable in ('TMPDIR', 'TEMP', 'TMP'):
        folder = _os.getenv(variable)
        if folder:
            yield folder
    yield from ('/tmp', '/var/tmp', '/usr/tmp')
    try:
        yield _os.getcwd()
    except OSError:
        yield _os.curdir


def _find_folder():
    """The first folder a file can be written in."""
    tried = []
    for folder in _candidates():
        folder = _os.path.abspath(folder)
        tried.append(folder)
        for _ in range(100):
            path = _os.path.join(folder, next(_names))
            try:
                fd = _os.open(path, _FLAGS, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                _os.write(fd, b'blat')
            finally:
                _os.close(fd)
                _os.unlink(path)
            return folder
    raise FileNotFoundError(_errno.ENOENT, 'No usable temporary directory found in %s' % tried)


_FLAGS = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW


def gettempdir():
    """The folder for temporary files."""
    global tempdir
    if tempdir is None:
        tempdir = _find_folder()
    return _os.fsdecode(tempdir)


def gettempdirb():
    """gettempdir() as bytes."""
    return _os.fsencode(gettempdir())


def gettempprefix():
    """What names begin with."""
    return _os.fsdecode(template)


def gettempprefixb():
    """gettempprefix() as bytes."""
    return _os.fsencode(template)


def _settle(prefix, suffix, dir):
    """The arguments with what stands for None, and whether they are str or bytes."""
    kind = None
    for value in (dir, prefix, suffix):
        if value is None:
            continue
        if isinstance(value, _os.PathLike):
            value = _os.fspath(value)
        this = bytes if isinstance(value, bytes) else str
        if kind is not None and kind is not this:
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        kind = this
    kind = kind or str
    if prefix is None:
        prefix = gettempprefix() if kind is str else gettempprefixb()
    if suffix is None:
        suffix = kind()
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _make(prefix, suffix, dir, kind, make, what):
    """Calls make(path) with new names until one is free: (result, path)."""
    for _ in range(TMP_MAX):
        name = next(_names)
        if kind is bytes:
            name = _os.fsencode(name)
        path = _os.path.join(dir, prefix + name + suffix)
        try:
            return make(path), _os.path.abspath(path)
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file: its descriptor and its path. Removing it is the caller's business."""
    prefix, suffix, dir, kind = _settle(prefix, suffix, dir)
    return _make(prefix, suffix, dir, kind, lambda path: _os.open(path, _FLAGS, 0o600), 'mkstemp')


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder: its path. Removing it is the caller's business."""
    prefix, suffix, dir, kind = _settle(prefix, suffix, dir)
    return _make(prefix, suffix, dir, kind, lambda path: _os.mkdir(path, 0o700), 'mkdtemp')[1]


def mktemp(suffix='', prefix=template, dir=None):
    """A path nothing has yet; somebody else may take it before you do."""
    if dir is None:
        dir = gettempdir()
    for _ in range(TMP_MAX):
        path = _os.path.join(dir, prefix + next(_names) + suffix)
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(_errno.EEXIST, 'No usable temporary filename found')


def _remove_quietly(path):
    try:
        _os.unlink(path)
    except OSError:
        pass


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._finalizer = _weakref.finalize(self, _remove_quietly, name) if delete else None

    def __getattr__(self, name):
        value = getattr(self.__dict__['file'], name)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def close(self):
        """Closes and removes the file."""
        self.file.close()
        if self._finalizer is not None:
            self._finalizer()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.file!r}>'


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None):
    """Makes and opens a file, which is removed when closed unless delete is false."""
    fd, path = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(fd, mode, buffering=buffering, newline=newline, encoding=encoding,
                        errors=errors)
    except BaseException:
        _os.close(fd)
        _os.unlink(path)
        raise
    return _TemporaryFileWrapper(file, path, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    """Makes and opens a file that has no name any more."""
    fd, path = mkstemp(suffix, prefix, dir)
    try:
        _os.unlink(path)
        return _io.open(fd, mode, buffering=buffering, newline=newline, encoding=encoding,
                        errors=errors)
    except BaseException:
        _os.close(fd)
        raise


class SpooledTemporaryFile:
    """A file that stays in memory until it grows beyond max_size or its descriptor is wanted."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None,
                 suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = _io.BytesIO() if 'b' in mode else _io.StringIO(newline=newline or '\n')
        self._max_size = max_size
        self._rolled = False
        self._arguments = dict(mode=mode, buffering=buffering, suffix=suffix, prefix=prefix,
                               encoding=encoding, newline=newline, dir=dir, errors=errors)

    def rollover(self):
        """Moves what there is to a file on the disk."""
        if self._rolled:
            return
        file = TemporaryFile(**self._arguments)
        position = self._file.tell()
        file.write(self._file.getvalue())
        file.seek(position, 0)
        self._file = file
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, s):
        """Writes text or bytes."""
        count = self._file.write(s)
        self._check()
        return count

    def writelines(self, lines):
        """Writes each of the lines."""
        self._file.writelines(lines) if hasattr(self._file, 'writelines') else [
            self._file.write(line) for line in lines]
        self._check()

    def fileno(self):
        """The descriptor of the file on the disk."""
        self.rollover()
        return self._file.fileno()

    @property
    def mode(self):
        """The mode."""
        return self._arguments['mode']

    @property
    def name(self):
        """The name, None while in memory."""
        return self._file.name if self._rolled else None

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._file.close()


class TemporaryDirectory:
    """A folder that is removed with all it holds at the end of a with block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._finalizer = _weakref.finalize(self, _remove_tree, self.name, ignore_cleanup_errors)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        self.cleanup()

    def cleanup(self):
        """Removes the folder."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            _remove_tree(self.name, self._ignore)


def _remove_tree(path, ignore_errors):
    import shutil
    if _os.path.lexists(path):
        shutil.rmtree(path, ignore_errors=ignore_errors)
