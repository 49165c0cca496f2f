"""Paths as objects: pure ones, which are only text, and concrete ones, which know the files.

Patterns of glob() are walked here, folder by folder; everything else is os's.
"""

import fnmatch
import io
import os
import warnings
from errno import EBADF, EINVAL, ELOOP, ENOENT, ENOTDIR
from stat import (S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK)

from _pathlib_pure import PurePath, PurePosixPath, PureWindowsPath

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']

_ABSENT = (ENOENT, ENOTDIR, EBADF, ELOOP)


def _has_magic(pattern):
    return any(character in pattern for character in '*?[')


class Path(PurePath):
    """A path of the system, with what can be done to the file or folder it names.

    Path() makes a PosixPath or WindowsPath, whichever is the system's.
    """

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = WindowsPath if os.name == 'nt' else PosixPath
        if cls._flavour.is_posix != (os.name == 'posix'):
            raise NotImplementedError(f'cannot instantiate {cls.__name__!r} on your system')
        return cls._from_arguments(args)

    def __enter__(self):
        # Allowed for old programs; there is nothing to close.
        warnings.warn('pathlib.Path.__enter__() is deprecated and scheduled for removal in '
                      'Python 3.13; Path objects as a context manager is a no-op',
                      DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        pass

    # --- Where

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls('~').expanduser()

    def absolute(self):
        """The path from the root on, links and '..' left as they are."""
        if self.is_absolute():
            return self
        return self._from_arguments((os.getcwd(), self))

    def resolve(self, strict=False):
        """The path from the root on, without links and '..'."""
        def report_loop(error):
            if error.errno == ELOOP:
                raise RuntimeError('Symlink loop from %r' % error.filename)

        try:
            text = os.path.realpath(self, strict=strict)
        except OSError as error:
            report_loop(error)
            raise
        path = self._from_arguments((text,))
        if not strict:
            # realpath() stays silent about loops of links, stat() does not.
            try:
                path.stat()
            except OSError as error:
                report_loop(error)
        return path

    def expanduser(self):
        """The path with a leading ~ or ~user replaced."""
        if not (self._drive or self._root) and self._parts and self._parts[0][:1] == '~':
            folder = os.path.expanduser(self._parts[0])
            if folder[:1] == '~':
                raise RuntimeError('Could not determine home directory.')
            return self._from_arguments((folder, *self._parts[1:]))
        return self

    def readlink(self):
        """What the link says."""
        return self._from_arguments((os.readlink(self),))

    # --- What the system says of it

    def stat(self, *, follow_symlinks=True):
        """The system's record of the file."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """The record of the link itself."""
        return self.stat(follow_symlinks=False)

    def owner(self):
        """The name of the user who owns the file."""
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        """The name of the group that owns the file."""
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    def _mode(self, follow_symlinks=True):
        # None: there is no such file, or there can be none.
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
        except ValueError:
            pass
        return None

    def exists(self):
        """Whether there is such a file or folder."""
        return self._mode() is not None

    def is_dir(self):
        """Whether it is a folder."""
        mode = self._mode()
        return mode is not None and S_ISDIR(mode)

    def is_file(self):
        """Whether it is a regular file."""
        mode = self._mode()
        return mode is not None and S_ISREG(mode)

    def is_symlink(self):
        """Whether it is a symbolic link."""
        mode = self._mode(follow_symlinks=False)
        return mode is not None and S_ISLNK(mode)

    def is_block_device(self):
        """Whether it is a block device."""
        mode = self._mode()
        return mode is not None and S_ISBLK(mode)

    def is_char_device(self):
        """Whether it is a character device."""
        mode = self._mode()
        return mode is not None and S_ISCHR(mode)

    def is_fifo(self):
        """Whether it is a named pipe."""
        mode = self._mode()
        return mode is not None and S_ISFIFO(mode)

    def is_socket(self):
        """Whether it is a socket."""
        mode = self._mode()
        return mode is not None and S_ISSOCK(mode)

    def is_mount(self):
        """Whether a file system is mounted there."""
        return self.is_dir() and os.path.ismount(self)

    def samefile(self, other_path):
        """Whether two paths lead to one file."""
        own = self.stat()
        try:
            other = other_path.stat()
        except AttributeError:
            other = self._from_arguments((other_path,)).stat()
        return os.path.samestat(own, other)

    # --- Content

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file as open() does."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """The whole content."""
        with self.open(mode='rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        """The whole content as text."""
        with self.open(mode='r', encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        """Put bytes in place of the content."""
        view = memoryview(data)
        with self.open(mode='wb') as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Put text in place of the content."""
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % data.__class__.__name__)
        with self.open(mode='w', encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    # --- Folders

    def iterdir(self):
        """What lies in the folder, in no order."""
        for name in os.listdir(self):
            yield self._assemble(self._drive, self._root, self._parts + [name])

    def glob(self, pattern):
        """The paths below that fit a pattern; ** stands for any folders."""
        if not pattern:
            raise ValueError('Unacceptable pattern: {!r}'.format(pattern))
        return self._glob(pattern, ())

    def rglob(self, pattern):
        """The paths in this and all folders below that fit a pattern."""
        return self._glob(pattern, ('**',))

    def _glob(self, pattern, before):
        drive, root, names = self._parse_text(pattern)
        if drive or root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if pattern and pattern[-1] in (self._flavour.sep, self._flavour.altsep or '/'):
            names.append('')
        for name in names:
            if '**' in name and name != '**':
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        return _found(self, [*before, *names])

    # --- Changes

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make the folder, and those above it if `parents` is set."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file, or set its time to now."""
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def unlink(self, missing_ok=False):
        """Remove the file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the folder, which must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Give the file another path, which is returned."""
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        """The same, over a file that is there already."""
        os.replace(self, target)
        return self.__class__(target)

    def chmod(self, mode, *, follow_symlinks=True):
        """Set permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Set permissions of the link itself."""
        self.chmod(mode, follow_symlinks=False)

    def symlink_to(self, target, target_is_directory=False):
        """Make the path a symbolic link to the target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make the path another name of the target."""
        os.link(target, self)

    def link_to(self, target):
        """Make the target another name of this file."""
        warnings.warn('pathlib.Path.link_to() is deprecated and is scheduled for removal in '
                      'Python 3.12. Use pathlib.Path.hardlink_to() instead.',
                      DeprecationWarning, stacklevel=2)
        self.__class__(target).hardlink_to(self)


def _found(path, patterns):
    # Two `**` in one pattern can find a path twice; it is told once.
    seen = set() if patterns.count('**') > 1 else None
    for each in _select(path, patterns):
        if seen is not None:
            if each in seen:
                continue
            seen.add(each)
        yield each


def _select(path, patterns):
    if not patterns:
        yield path
        return
    pattern, rest = patterns[0], patterns[1:]
    if pattern == '**':
        for folder in _folders_below(path):
            yield from _select(folder, rest)
        return
    if pattern == '':
        if path.is_dir():
            yield path
        return
    try:
        if not _has_magic(pattern):
            child = path._assemble(path._drive, path._root, path._parts + [pattern])
            if (child.is_dir() if rest else child.exists()):
                yield from _select(child, rest)
            return
        with os.scandir(path) as entries:
            entries = list(entries)
    except PermissionError:
        return
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if rest and not _is_folder(entry):
            continue
        if fnmatch.fnmatchcase(entry.name, pattern):
            yield from _select(
                path._assemble(path._drive, path._root, path._parts + [entry.name]), rest)


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError as error:
        if error.errno not in _ABSENT:
            raise
        return False


def _folders_below(path):
    # The path itself first; links are not followed, so that it ends.
    if not path.is_dir():
        return
    yield path
    try:
        with os.scandir(path) as entries:
            entries = list(entries)
    except PermissionError:
        return
    for entry in entries:
        if _is_folder(entry) and not entry.is_symlink():
            yield from _folders_below(
                path._assemble(path._drive, path._root, path._parts + [entry.name]))


class PosixPath(Path, PurePosixPath):
    """A path of a POSIX system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows; cannot be made elsewhere."""

    __slots__ = ()

    def is_mount(self):
        raise NotImplementedError('Path.is_mount() is unsupported on this system')
