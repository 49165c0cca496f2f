"""Sockets.

What waits here lets other fibers run where the thread is cooperative. The calls themselves are
those of _socket; this part gives constants their names, makes files of sockets, and builds the
functions that take several calls.
"""

import _socket
import errno
import io
import os
from _socket import *
from _socket import (close, dup as _dup, error, gaierror, getaddrinfo as _getaddrinfo,
                     getdefaulttimeout, has_ipv6, herror, timeout)
from enum import IntEnum, IntFlag


def _named(base, class_name, prefix):
    """A class of the constants that begin with the prefix; its members take their places."""
    numbers = {name: number for name, number in vars(_socket).items()
               if name.startswith(prefix) and name.isupper()}
    made = base(class_name, numbers, module=__name__)
    globals().update(made.__members__)
    return made


AddressFamily = _named(IntEnum, 'AddressFamily', 'AF_')
SocketKind = _named(IntEnum, 'SocketKind', 'SOCK_')
MsgFlag = _named(IntFlag, 'MsgFlag', 'MSG_')
AddressInfo = _named(IntFlag, 'AddressInfo', 'AI_')

SocketType = _socket.SocketType
EBADF, EAGAIN, EWOULDBLOCK = errno.EBADF, errno.EAGAIN, errno.EWOULDBLOCK
_would_block = {EAGAIN, EWOULDBLOCK}
_plain_family = _socket.socket.family.__get__
_plain_type = _socket.socket.type.__get__


def _as_enum(number, enum_class):
    """The number as a member of the class; itself if there is none."""
    try:
        return enum_class(number)
    except ValueError:
        return number


def _check_file_to_send(file, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')


class socket(_socket.socket):
    """A socket; see the module's constants for what it is made from."""

    __slots__ = ('_io_refs', '_closed')

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        closed = ' [closed]' if getattr(self, '_closed', False) else ''
        text = (f'<{cls.__module__}.{cls.__qualname__}{closed} fd={self.fileno()}, '
                f'family={self.family!s}, type={self.type!s}, proto={self.proto}')
        if not closed:
            for name, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    address = ask()
                except (error, AttributeError):
                    continue
                if address:
                    text += f', {name}={address!s}'
        return text + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    @property
    def family(self):
        """The address family."""
        return _as_enum(_plain_family(self), AddressFamily)

    @property
    def type(self):
        """The kind of the socket."""
        return _as_enum(_plain_type(self), SocketKind)

    def dup(self):
        """Another socket object over a copy of the descriptor."""
        copy = self.__class__(self.family, self.type, self.proto, fileno=_dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        """Waits for a connection: a socket for it and the peer's address."""
        descriptor, address = self._accept()
        made = socket(_plain_family(self), _plain_type(self), self.proto, fileno=descriptor)
        if getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file over the socket; closing the socket waits for it to be closed."""
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        if buffering == 0 and 'b' not in mode:
            raise ValueError('unbuffered streams must be binary')
        raw = SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if 'b' in mode:
            return buffer
        return io.TextIOWrapper(buffer, encoding, errors, newline)

    def sendfile(self, file, offset=0, count=None):
        """Sends a file opened in binary mode: how many bytes were sent."""
        if not _plain_type(self) & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        _check_file_to_send(file, count)
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while count is None or sent < count:
                piece = file.read(8192 if count is None else min(count - sent, 8192))
                if not piece:
                    break
                self.sendall(piece)
                sent += len(piece)
            return sent
        finally:
            if sent and hasattr(file, 'seek'):
                file.seek(offset + sent)

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self, _close=_socket.socket.close):
        _close(self)

    def close(self):
        """Closes the socket, once the files made of it are closed."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Gives the descriptor away; the object is closed then."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """Whether child processes get the descriptor."""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Whether child processes shall get the descriptor."""
        os.set_inheritable(self.fileno(), inheritable)


class SocketIO(io.RawIOBase):
    """A socket as a stream of bytes."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError(f'invalid mode: {mode!r}')
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        self._reading = 'r' in mode
        self._writing = 'w' in mode
        self._timeout_occurred = False

    def readinto(self, b):
        """Receives into the buffer: the number of bytes; None if it would block."""
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timeout_occurred = True
            raise
        except error as failure:
            if failure.errno in _would_block:
                return None
            raise

    def write(self, b):
        """Sends bytes: how many were taken; None if it would block."""
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except error as failure:
            if failure.errno in _would_block:
                return None
            raise

    def _checkClosed(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def readable(self):
        """Whether it was made for reading."""
        self._checkClosed()
        return self._reading

    def writable(self):
        """Whether it was made for writing."""
        self._checkClosed()
        return self._writing

    def seekable(self):
        """False."""
        self._checkClosed()
        return False

    def fileno(self):
        """The socket's descriptor."""
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        """The descriptor; -1 when closed."""
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        """'rb', 'wb' or 'rwb'."""
        return self._mode

    def close(self):
        """Closes the stream; the socket itself only if it was to be closed."""
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


def fromfd(fd, family, type, proto=0):
    """A socket object over a copy of a descriptor."""
    return socket(family, type, proto, _dup(fd))


def dup(fd):
    """A copy of a socket's descriptor."""
    return _dup(fd)


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    if family is None:
        family = AF_UNIX
    first, second = _socket._socketpair(family, type, proto)
    return socket(family, type, proto, first), socket(family, type, proto, second)


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Sends descriptors over a Unix socket."""
    import array
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array('i', fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receives up to maxfds descriptors: (data, descriptors, flags, address)."""
    import struct
    data, items, message_flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * 4))
    fds = []
    for level, kind, content in items:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            count = len(content) // 4
            fds.extend(struct.unpack(f'{count}i', content[:count * 4]))
    return data, fds, message_flags, address


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """What a host and a service are reached by: (family, type, proto, canonname, address) each."""
    return [(_as_enum(family, AddressFamily), _as_enum(kind, SocketKind), *rest)
            for family, kind, *rest in _getaddrinfo(host, port, family, type, proto, flags)]


def _check_host(host, function):
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError(f'{function}() argument 1 must be str, bytes or bytearray, not '
                        f'{host.__class__.__name__}')


def gethostbyname(host, /):
    """The IPv4 address of a host."""
    _check_host(host, 'gethostbyname')
    if not host:
        return '0.0.0.0'
    if host == '<broadcast>':
        return '255.255.255.255'
    return _getaddrinfo(host, None, AF_INET, SOCK_STREAM)[0][4][0]


def gethostbyname_ex(host, /):
    """The name, other names and IPv4 addresses of a host."""
    _check_host(host, 'gethostbyname_ex')
    found = _getaddrinfo(host, None, AF_INET, SOCK_STREAM, 0, AI_CANONNAME)
    return found[0][3] or host, [], [entry[4][0] for entry in found]


def gethostbyaddr(host, /):
    """The name, other names and addresses of a host."""
    _check_host(host, 'gethostbyaddr')
    address = _getaddrinfo(host, None, 0, SOCK_STREAM)[0][4]
    try:
        name, _ = getnameinfo((address[0], 0), NI_NAMEREQD)
    except gaierror:
        raise herror(1, 'Unknown host') from None
    return name, [], [address[0]]


def getfqdn(name=''):
    """The whole name of a host; of this one if none is given."""
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        first, others, _ = gethostbyaddr(name)
    except error:
        return name
    for each in (first, *others):
        if '.' in each:
            return each
    return first


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                      all_errors=False):
    """A stream socket connected to (host, port), by the first of its addresses that answers."""
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            failures.clear()
            return sock
        except error as failure:
            if not all_errors:
                failures.clear()
            failures.append(failure)
            if sock is not None:
                sock.close()
    if not failures:
        raise error('getaddrinfo returns an empty list')
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', failures)
        raise failures[0]
    finally:
        failures.clear()


def has_dualstack_ipv6():
    """Whether one IPv6 socket can take IPv4 connections too."""
    if not has_ipv6:
        return False
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except error:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False,
                  dualstack_ipv6=False):
    """A stream socket that listens at (host, port)."""
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError('dualstack_ipv6 not supported on this platform')
        if family != AF_INET6:
            raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as failure:
            raise error(failure.errno, f'{failure.strerror} (while attempting to bind on '
                                       f'address {address!r})') from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise


__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6',
           'AddressFamily', 'SocketKind', 'send_fds', 'recv_fds', 'getaddrinfo', 'gethostbyname',
           'gethostbyname_ex', 'gethostbyaddr', 'socketpair', 'dup']
__all__ += [name for name in dir(_socket) if not name.startswith('_') and name not in __all__]
