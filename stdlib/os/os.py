"""What the operating system offers: files and folders, the environment, the process.

Most functions are module posix's; os.path is module posixpath.
"""

import sys
import abc as _abc
import posix as _posix
from posix import *
from posix import _exit
import stat as st
import posixpath as path
from posixpath import (curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull)

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
error = OSError
supports_bytes_environ = True
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK = 0
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1

supports_dir_fd = set()
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, listdir, pathconf, scandir, stat, statvfs, truncate, utime}
supports_follow_symlinks = {access, chown, link, stat, utime}

pathconf_names = {'PC_NAME_MAX': _posix.PC_NAME_MAX, 'PC_PATH_MAX': _posix.PC_PATH_MAX,
                  'PC_PIPE_BUF': _posix.PC_PIPE_BUF}
sysconf_names = {key: value for key, value in vars(_posix).items() if key.startswith('SC_')}
for _key in (*pathconf_names, *sysconf_names):
    globals().pop(_key, None)
del _key


def sysconf(name):
    """A limit of the system, by name or number."""
    if isinstance(name, str):
        if name not in sysconf_names:
            raise ValueError('unrecognized configuration name')
        name = sysconf_names[name]
    return _posix.sysconf(name)


# --- Names of files


class PathLike(_abc.ABC):
    """Objects that stand for a path, which __fspath__ gives."""

    @_abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in each.__dict__ for each in subclass.__mro__)
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fsencode(filename):
    """The name of a file as bytes."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """The name of a file as str."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


# --- Environment


class _Environ:
    """A mapping of variables, whose changes child processes see."""

    def __init__(self, data, encode, decode):
        self._data = data
        self.encodekey = self.encodevalue = encode
        self.decodekey = self.decodevalue = decode

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __repr__(self):
        items = ', '.join(f'{self.decodekey(key)!r}: {self.decodevalue(value)!r}'
                          for key, value in self._data.items())
        return f'environ({{{items}}})'

    def __eq__(self, other):
        try:
            return dict(self.items()) == dict(other.items())
        except AttributeError:
            return NotImplemented

    __hash__ = None

    def get(self, key, default=None):
        """The value, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        """The names."""
        return dict.fromkeys(self).keys()

    def values(self):
        """The values."""
        return self.copy().values()

    def items(self):
        """Pairs of name and value."""
        return self.copy().items()

    def copy(self):
        """A dict of all variables."""
        return {key: self[key] for key in self}

    def setdefault(self, key, value):
        """The value; sets it if there is none."""
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        """Removes a variable: its value, or the default."""
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        """Removes some variable: the pair."""
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        return key, self.pop(key)

    def clear(self):
        """Removes all variables."""
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **more):
        """Sets variables from a mapping or pairs, and from keywords."""
        pairs = ((key, other[key]) for key in other.keys()) if hasattr(other, 'keys') else other
        for key, value in pairs:
            self[key] = value
        for key, value in more.items():
            self[key] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        return {**self.copy(), **dict(other)}

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        return {**dict(other), **self.copy()}


def _encode_text(value):
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)
    return value.encode('utf-8', 'surrogateescape')


def _decode_text(value):
    return value.decode('utf-8', 'surrogateescape')


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError('bytes expected, not %s' % type(value).__name__)
    return value


environ = _Environ(_posix.environ, _encode_text, _decode_text)
environb = _Environ(environ._data, _check_bytes, _check_bytes)


def getenv(key, default=None):
    """A variable of the environment, or the default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """getenv() in bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders programs are looked for in."""
    if env is None:
        env = environ
    found = env.get('PATH')
    if found is None:
        try:
            found = env.get(b'PATH')
        except TypeError:
            pass
    if found is None:
        found = defpath
    return fsdecode(found).split(pathsep)


# --- Folders


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those above it that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b'.' if isinstance(tail, bytes) else '.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Removes a folder, then those above it as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """rename() that makes the folders needed and removes those left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """For each folder below top, itself included: (path, names of folders, names of files).

    Top-down, the list of folders may be changed to say where to go on.
    """
    # What is to do: a path to look into, or a finished tuple to give (bottom-up).
    todo = [fspath(top)]
    while todo:
        here = todo.pop()
        if isinstance(here, tuple):
            yield here
            continue
        folders, files, below = [], [], []
        try:
            entries = scandir(here)
        except OSError as failure:
            if onerror is not None:
                onerror(failure)
            continue
        with entries:
            failed = False
            while True:
                try:
                    entry = next(entries)
                except StopIteration:
                    break
                except OSError as failure:
                    if onerror is not None:
                        onerror(failure)
                    failed = True
                    break
                try:
                    is_folder = entry.is_dir()
                except OSError:
                    is_folder = False
                if not is_folder:
                    files.append(entry.name)
                    continue
                folders.append(entry.name)
                if not topdown:
                    try:
                        goes_down = followlinks or not entry.is_symlink()
                    except OSError:
                        goes_down = True
                    if goes_down:
                        below.append(entry.path)
            if failed:
                continue
        if topdown:
            yield here, folders, files
            for folder in reversed(folders):
                whole = path.join(here, folder)
                if followlinks or not path.islink(whole):
                    todo.append(whole)
        else:
            todo.append((here, folders, files))
            todo.extend(reversed(below))


# --- Streams


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file over a descriptor."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def device_encoding(fd):
    """The encoding of a terminal; None for others."""
    return 'utf-8' if isatty(fd) else None


def sched_getaffinity(pid):
    """The processors a process may run on."""
    return set(_posix._affinity(pid))


# --- Processes

def sched_setaffinity(pid, mask):
    """Says which processors a process may run on."""
    _posix.sched_setaffinity(pid, mask)


def _exec_along_path(file, args, env=None):
    args = list(args)
    run = (lambda path: execv(path, args)) if env is None else (lambda path: execve(path, args, env))
    if path.dirname(file):
        run(file)
        return
    failure = None
    for folder in get_exec_path(env):
        try:
            run(path.join(fsencode(folder), fsencode(file)))
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            if failure is None:
                failure = error
    raise failure if failure is not None else last


def execvp(file, args):
    """Becomes another program, looked for along PATH."""
    _exec_along_path(file, args)


def execvpe(file, args, env):
    """execvp() with an environment."""
    _exec_along_path(file, args, env)


def execl(file, *args):
    """execv() with the words as arguments."""
    execv(file, args)


def execle(file, *args):
    """execve() with the words, then the environment, as arguments."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """execvp() with the words as arguments."""
    execvp(file, args)


def execlpe(file, *args):
    """execvpe() with the words, then the environment, as arguments."""
    execvpe(file, args[:-1], args[-1])


def _spawn(mode, run, *args):
    if mode not in (P_WAIT, P_NOWAIT, P_NOWAITO):
        raise ValueError('invalid spawn mode')
    pid = fork()
    if pid == 0:
        try:
            run(*args)
        finally:
            _exit(127)
    if mode != P_WAIT:
        return pid
    while True:
        _, status = waitpid(pid, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Runs a program: its exit status, or its number with P_NOWAIT."""
    return _spawn(mode, execv, file, args)


def spawnve(mode, file, args, env):
    """spawnv() with an environment."""
    return _spawn(mode, execve, file, args, env)


def spawnvp(mode, file, args):
    """spawnv() along PATH."""
    return _spawn(mode, execvp, file, args)


def spawnvpe(mode, file, args, env):
    """spawnvp() with an environment."""
    return _spawn(mode, execvpe, file, args, env)


def spawnl(mode, file, *args):
    """spawnv() with the words as arguments."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """spawnve() with the words, then the environment, as arguments."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """spawnvp() with the words as arguments."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """spawnvpe() with the words, then the environment, as arguments."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def forkpty():
    """fork() whose child has a terminal of its own: (its number, our end); (0, -1) in the child."""
    master, slave = openpty()
    pid = fork()
    if pid:
        close(slave)
        return pid, master
    close(master)
    login_tty(slave)
    return 0, -1


class _CommandPipe:
    # What popen() gives: closing it waits for the command.

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        if status == 0:
            return None
        return status << 8 if status > 0 else status

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode='r', buffering=-1):
    """A command of the shell whose output is read, or whose input is written."""
    if not isinstance(cmd, str):
        raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
    if mode not in ('r', 'w'):
        raise ValueError('invalid mode %r' % mode)
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    import subprocess
    if mode == 'r':
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE,
                                   bufsize=buffering)
        return _CommandPipe(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE,
                               bufsize=buffering)
    return _CommandPipe(process.stdin, process)


def login_tty(fd):
    """Makes a terminal the one of this process, which begins a session."""
    setsid()
    # Opening it is what makes it the terminal of the session.
    close(open(ttyname(fd), O_RDWR))
    for standard in (0, 1, 2):
        dup2(fd, standard)
    if fd > 2:
        close(fd)


__all__ = [_each for _each in globals() if not _each.startswith('_') and _each not in ('sys', 'st')]
__all__.append('_exit')
