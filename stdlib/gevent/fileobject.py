"""Files whose reading and writing lets other greenlets run."""

import functools as _functools
import io as _io
import os as _os

from gevent.hub import get_hub as _get_hub
from gevent.os import make_nonblocking as _make_nonblocking, nb_read as _nb_read
from gevent.os import nb_write as _nb_write

__all__ = ["FileObjectPosix", "FileObjectThread", "FileObjectBlock", "FileObject"]

_METHODS = ("flush", "read", "read1", "readable", "readline", "readlines", "seek", "seekable",
            "tell", "truncate", "writable", "write", "writelines")


class GreenFileDescriptorIO(_io.RawIOBase):
    """A descriptor that does not block; what waits for it waits in the hub."""

    def __init__(self, fileno, mode="r", closefd=True):
        self._fileno = fileno
        self._closes = closefd
        self.mode = mode
        self.name = fileno
        _make_nonblocking(fileno)

    def readable(self):
        """Whether it can be read."""
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        """Whether it can be written."""
        return any(letter in self.mode for letter in "wax+")

    def seekable(self):
        """Whether its position can be moved."""
        try:
            _os.lseek(self._fileno, 0, _os.SEEK_CUR)
        except OSError:
            return False
        return True

    def fileno(self):
        """The descriptor."""
        self._check_open()
        return self._fileno

    def seek(self, offset, whence=0):
        """Moves to a position; the new one."""
        return _os.lseek(self._fileno, offset, whence)

    def readinto(self, b):
        """Reads into a buffer: the number of bytes."""
        self._checkReadable()
        data = _nb_read(self.fileno(), len(b))
        b[:len(data)] = data
        return len(data)

    def write(self, b):
        """Writes bytes: how many were taken."""
        self._checkWritable()
        return _nb_write(self.fileno(), b)

    def close(self):
        """Closes the descriptor; those who wait for it are told."""
        if not self.closed:
            super().close()
            if self._closes:
                _os.close(self._fileno)


class FileObjectBase:
    """What all kinds have: the methods of a file, each called as the kind does."""

    def __init__(self, fobj, closefd):
        self._io = fobj
        self._closes = closefd
        for name in _METHODS:
            method = getattr(fobj, name, None)
            if method is not None:
                setattr(self, name, self._wrap_method(method))

    def _wrap_method(self, method):
        return method

    def __repr__(self):
        return f"<{type(self).__name__} _fobj={self._io!r}{self._extra_repr()}>"

    def _extra_repr(self):
        return ""

    def __getattr__(self, name):
        if name == "_io":
            raise AttributeError(name)
        return getattr(self._io, name)

    io = property(lambda self: self._io, doc="The file below.")
    closed = property(lambda self: self._io is None or self._io.closed, doc="Whether it is closed.")

    def fileno(self):
        """The descriptor."""
        return self._io.fileno()

    def close(self):
        """Writes out what is buffered; closes the file unless that was not to be."""
        if self._io.closed:
            return
        if self._closes:
            self._wrap_method(self._io.close)()
        else:
            self.flush()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    next = __next__

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _descriptor_of(fobj, mode, closefd):
    """(descriptor, whether it is to be closed, what owns it) of what a file is made of."""
    if isinstance(fobj, int):
        return fobj, closefd, None
    if hasattr(fobj, "fileno"):
        if hasattr(fobj, "flush"):
            fobj.flush()
        return fobj.fileno(), False, fobj
    raw = _io.open(fobj, mode.replace("t", "").replace("b", "").replace("U", "") + "b", 0)
    fileno = _os.dup(raw.fileno())
    raw.close()
    return fileno, closefd, None


class FileObjectPosix(FileObjectBase):
    """Over a descriptor that does not block: pipes, terminals, sockets."""

    default_bufsize = _io.DEFAULT_BUFFER_SIZE

    def __init__(self, fobj, mode="r", buffering=-1, closefd=True, encoding=None, errors=None,
                 newline=None, atomic_write=False):
        self._owner = None
        fileno, closes, self._owner = _descriptor_of(fobj, mode, closefd)
        if self._owner is not None and "b" in getattr(fobj, "mode", "") and "b" not in mode:
            mode += "b"
        is_binary = "b" in mode
        if is_binary and (encoding or errors or newline is not None):
            raise ValueError("binary mode doesn't take an encoding, errors or newline argument")
        if buffering == 0 and not is_binary:
            raise ValueError("can't have unbuffered text I/O")
        self.fileio = stream = GreenFileDescriptorIO(fileno, mode, closes)
        if buffering != 0:
            size = buffering if buffering > 1 else self.default_bufsize
            if not stream.readable():
                stream = _io.BufferedWriter(stream, size)
            elif not stream.writable():
                stream = _io.BufferedReader(stream, size)
            elif stream.seekable():
                stream = _io.BufferedRandom(stream, size)
            else:
                stream = _io.BufferedRWPair(stream, stream, size)
        if not is_binary:
            stream = _io.TextIOWrapper(stream, encoding, errors, newline, buffering == 1)
        super().__init__(stream, closefd)

    def close(self):
        """Writes out what is buffered; closes the file unless that was not to be."""
        super().close()
        if self._owner is not None and self._closes:
            self._owner.close()


class _PlainFile(FileObjectBase):
    def __init__(self, fobj, mode="r", buffering=-1, closefd=True, encoding=None, errors=None,
                 newline=None, atomic_write=False):
        if isinstance(fobj, (int, str, bytes)) or hasattr(fobj, "__fspath__"):
            fobj = _io.open(fobj, mode, buffering, encoding, errors, newline,
                            closefd if isinstance(fobj, int) else True)
        super().__init__(fobj, closefd)


class FileObjectThread(_PlainFile):
    """Whose methods are called in threads of a pool, one at a time."""

    def __init__(self, *args, lock=True, threadpool=None, **kwargs):
        from gevent.lock import DummySemaphore, Semaphore

        self.threadpool = threadpool or _get_hub().threadpool
        self.lock = Semaphore() if lock is True else lock or DummySemaphore()
        super().__init__(*args, **kwargs)

    def _wrap_method(self, method):
        @_functools.wraps(method)
        def call(*args, **kwargs):
            with self.lock:
                return self.threadpool.apply(method, args, kwargs)

        return call

    def _extra_repr(self):
        return f" threadpool={self.threadpool!r}"


class FileObjectBlock(_PlainFile):
    """Whose methods stop all greenlets while they wait."""


FileObject = FileObjectPosix
