"""Copying, moving and removing files and whole folders."""

import fnmatch
import os
import stat

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move',
           'rmtree', 'Error', 'SpecialFileError', 'ignore_patterns', 'SameFileError',
           'disk_usage', 'chown', 'which', 'get_terminal_size']

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """What went wrong with several files."""


class SameFileError(Error):
    """A file cannot be copied onto itself."""


class SpecialFileError(OSError):
    """A file that cannot be copied, such as a named pipe."""


def copyfileobj(fsrc, fdst, length=0):
    """Copies what one file has to another."""
    length = length or COPY_BUFSIZE
    while True:
        piece = fsrc.read(length)
        if not piece:
            break
        fdst.write(piece)


def _is_same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies the contents of a file."""
    if _is_same(src, dst):
        raise SameFileError('{!r} and {!r} are the same file'.format(src, dst))
    for path in (src, dst):
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError('`%s` is a named pipe' % os.fspath(path))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:
        try:
            with open(dst, 'wb') as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copies the permissions."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies permissions and times."""
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    known = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(known.st_mode))


def copy(src, dst, *, follow_symlinks=True):
    """Copies contents and permissions to a file or into a folder: where to."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """copy() that keeps the times as well."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """What copytree() takes to leave out names that fit a pattern."""

    def ignored(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2,
             ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copies a folder with all it holds: where to."""
    with os.scandir(src) as entries:
        entries = list(entries)
    left_out = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        source = os.path.join(src, entry.name)
        target = os.path.join(dst, entry.name)
        try:
            if entry.is_symlink():
                leads_to = os.readlink(source)
                if symlinks:
                    os.symlink(leads_to, target)
                    copystat(source, target, follow_symlinks=False)
                    continue
                if ignore_dangling_symlinks and not os.path.exists(source):
                    continue
            if entry.is_dir():
                copytree(source, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Removes a folder with all it holds."""
    if dir_fd is not None:
        raise NotImplementedError('dir_fd unavailable on this platform')

    def failed(function, where):
        if ignore_errors:
            return
        if onerror is None:
            raise
        import sys
        onerror(function, where, sys.exc_info())

    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
    except OSError:
        failed(os.path.islink, path)
        return
    _remove_folder(path, failed)


def _remove_folder(path, failed):
    try:
        with os.scandir(path) as entries:
            entries = list(entries)
    except OSError:
        failed(os.scandir, path)
        entries = []
    for entry in entries:
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
        except OSError:
            is_folder = False
        if is_folder:
            _remove_folder(entry.path, failed)
            continue
        try:
            os.unlink(entry.path)
        except OSError:
            failed(os.unlink, entry.path)
    try:
        os.rmdir(path)
    except OSError:
        failed(os.rmdir, path)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Moves a file or folder, into dst if that is a folder: where to."""
    target = dst
    if os.path.isdir(dst):
        if _is_same(src, dst):
            os.rename(src, dst)
            return None
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    try:
        os.rename(src, target)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), target)
            os.unlink(src)
        elif os.path.isdir(src):
            if (os.path.abspath(target) + '/').startswith(os.path.abspath(src) + '/'):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


class _Usage(tuple):
    """Bytes of a disk."""

    total = property(lambda self: self[0])
    used = property(lambda self: self[1])
    free = property(lambda self: self[2])

    def __repr__(self):
        return f'usage(total={self[0]}, used={self[1]}, free={self[2]})'


def disk_usage(path):
    """All, used and free bytes of the disk a path is on."""
    known = os.statvfs(path)
    return _Usage((known.f_blocks * known.f_frsize,
                   (known.f_blocks - known.f_bfree) * known.f_frsize,
                   known.f_bavail * known.f_frsize))


def chown(path, user=None, group=None):
    """Changes the owner, by number."""
    if user is None and group is None:
        raise ValueError('user and/or group must be set')
    if isinstance(user, str) or isinstance(group, str):
        raise LookupError('no such user: names are not known, only numbers')
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines of the terminal."""
    sizes = []
    for variable in ('COLUMNS', 'LINES'):
        try:
            sizes.append(int(os.environ[variable]))
        except (KeyError, ValueError):
            sizes.append(0)
    if min(sizes) <= 0:
        try:
            known = os.get_terminal_size(1)
        except (AttributeError, ValueError, OSError):
            known = os.terminal_size(fallback)
        sizes = [size if size > 0 else known[place] or fallback[place]
                 for place, size in enumerate(sizes)]
    return os.terminal_size(sizes)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program, None if there is none."""

    def usable(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    if path is None:
        path = os.environ.get('PATH', os.defpath)
    if not path:
        return None
    if isinstance(cmd, bytes):
        folders = os.fsencode(path).split(b':')
    else:
        folders = os.fsdecode(path).split(':')
    for folder in dict.fromkeys(folders):
        name = os.path.join(folder, cmd)
        if usable(name):
            return name
    return None
