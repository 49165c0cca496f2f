"""Transports over sockets and pipes of the loop's own."""

import collections
import os
import socket as _socket
import stat

from asyncio import protocols, transports


class TransportSocket:
    """A socket of a transport: it can be asked, but not read, written or closed."""

    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    def __repr__(self):
        shown = repr(self._sock)
        return '<asyncio.TransportSocket ' + shown[shown.index('fd='):]

    def __getstate__(self):
        raise TypeError('Cannot serialize asyncio.TransportSocket object')

    def settimeout(self, value):
        """Only 0 is allowed."""
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def gettimeout(self):
        """0."""
        return 0

    def setblocking(self, flag):
        """Only false is allowed."""
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')


def _add_forwards():
    def forward(name):
        def method(self, *args):
            return getattr(self._sock, name)(*args)
        method.__name__ = name
        return method

    for name in ('dup', 'fileno', 'get_inheritable', 'getpeername', 'getsockname', 'getsockopt',
                 'setsockopt', 'shutdown'):
        setattr(TransportSocket, name, forward(name))
    for name in ('family', 'type', 'proto'):
        setattr(TransportSocket, name, property(lambda self, name=name: getattr(self._sock, name)))


_add_forwards()
del _add_forwards

_WOULD_BLOCK = (BlockingIOError, InterruptedError)


class _DescriptorTransport(transports._FlowControlMixin):
    """What transports over one descriptor share: closing, errors, the buffer of what is sent."""

    max_size = 256 * 1024

    def __init__(self, loop, fd, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._fd = fd
        self._server = server
        self._buffer = self._make_buffer()
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        self._eof = False
        self.set_protocol(protocol)
        if server is not None:
            server._attach()
        loop._transports[fd] = self

    def __repr__(self):
        info = [type(self).__name__]
        is_closed = self._protocol is None
        if is_closed:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fd}')
        if not is_closed and not self._loop.is_closed():
            reading = self._fd in self._loop._readers
            writing = 'polling' if self._fd in self._loop._writers else 'idle'
            info.append(f"read={'polling' if reading else 'idle'}")
            info.append(f'write=<{writing}, bufsize={self.get_write_buffer_size()}>')
        return f"<{' '.join(info)}>"

    def _make_buffer(self):
        return bytearray()

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return len(self._buffer)

    def set_protocol(self, protocol):
        """Tells another protocol from now on."""
        self._protocol = protocol
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)

    def get_protocol(self):
        """Who is told."""
        return self._protocol

    def is_closing(self):
        """Whether it is closed or about to be."""
        return self._closing

    def is_reading(self):
        """Whether the protocol is told of what comes."""
        return not self._closing and not self._paused

    def pause_reading(self):
        """Tells the protocol nothing for now."""
        if self._closing or self._paused:
            return
        self._paused = True
        self._loop._remove_reader(self._fd)

    def resume_reading(self):
        """Tells the protocol again."""
        if self._closing or not self._paused:
            return
        self._paused = False
        self._loop._add_reader(self._fd, self._read_ready)

    def _start_reading(self):
        if not self._closing and not self._paused:
            self._loop._add_reader(self._fd, self._read_ready)

    def close(self):
        """Sends what is waiting to be sent, then closes."""
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def abort(self):
        """Closes at once."""
        self._force_close(None)

    def _fatal_error(self, error, message='Fatal error on transport'):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler({'message': message, 'exception': error,
                                               'transport': self, 'protocol': self._protocol})
        self._force_close(error)

    def _force_close(self, error):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._loop._transports.pop(self._fd, None)
            self._close_file()
            self._protocol = None
            server, self._server = self._server, None
            if server is not None:
                server._detach()


class _SocketTransport(_DescriptorTransport):
    """Over a stream socket."""

    _start_tls_compatible = True
    _ways_of_sending_files = 'copy', 'write'
    _empty_waiter = None

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        extra = dict(extra or {})
        extra['socket'] = TransportSocket(sock)
        try:
            extra['sockname'] = sock.getsockname()
        except OSError:
            extra['sockname'] = None
        if 'peername' not in extra:
            try:
                extra['peername'] = sock.getpeername()
            except OSError:
                extra['peername'] = None
        self._sock = sock
        super().__init__(loop, sock.fileno(), protocol, extra, server)
        if sock.family in (_socket.AF_INET, _socket.AF_INET6):
            sock.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            from asyncio.futures import _set_result_unless_cancelled
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def _close_file(self):
        sock, self._sock = self._sock, None
        sock.close()

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            if self._buffered:
                room = self._protocol.get_buffer(-1)
                if not len(room):
                    raise RuntimeError('get_buffer() returned an empty buffer')
                data = self._sock.recv_into(room)
            else:
                data = self._sock.recv(self.max_size)
        except _WOULD_BLOCK:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal read error on socket transport')
            return
        try:
            if not data:
                self._end_of_stream()
            elif self._buffered:
                self._protocol.buffer_updated(data)
            else:
                self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal error: protocol.buffer_updated() call failed.'
                              if self._buffered else
                              'Fatal error: protocol.data_received() call failed.')

    def _end_of_stream(self):
        if self._protocol.eof_received():
            # The other direction stays open.
            self._loop._remove_reader(self._fd)
        else:
            self.close()

    def _make_empty_waiter(self):
        """A future for the moment when nothing waits to be sent; until it is reset nothing is written."""
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            self._empty_waiter.set_result(None)
        return self._empty_waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None

    def _call_connection_lost(self, error):
        super()._call_connection_lost(error)
        waiter = self._empty_waiter
        if waiter is not None and not waiter.done():
            waiter.set_exception(ConnectionError('Connection is closed by peer'))

    def write(self, data):
        """Sends bytes, without waiting."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, not '
                            f'{type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError('unable to write; sendfile is in progress')
        if not data:
            return
        if self._conn_lost:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                sent = self._sock.send(data)
            except _WOULD_BLOCK:
                sent = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, 'Fatal write error on socket transport')
                return
            if sent == len(data):
                return
            data = memoryview(data)[sent:]
            self._loop._add_writer(self._fd, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            sent = self._sock.send(self._buffer)
        except _WOULD_BLOCK:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop._remove_writer(self._fd)
            self._buffer.clear()
            self._fatal_error(error, 'Fatal write error on socket transport')
            return
        del self._buffer[:sent]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._fd)
            waiter = self._empty_waiter
            if waiter is not None and not waiter.done():
                waiter.set_result(None)
            if self._closing:
                self._conn_lost += 1
                self._loop.call_soon(self._call_connection_lost, None)
            elif self._eof:
                self._sock.shutdown(_socket.SHUT_WR)

    def write_eof(self):
        """Sends what is waiting, then the end of the stream."""
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(_socket.SHUT_WR)

    def can_write_eof(self):
        """True."""
        return True


_SocketTransport.__name__ = _SocketTransport.__qualname__ = '_SelectorSocketTransport'


class _DatagramTransport(_DescriptorTransport, transports.DatagramTransport):
    """Over a datagram socket."""

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        extra = dict(extra or {})
        extra['socket'] = TransportSocket(sock)
        extra['sockname'] = sock.getsockname()
        try:
            extra['peername'] = sock.getpeername()
        except OSError:
            extra['peername'] = None
        self._sock = sock
        self._address = address
        super().__init__(loop, sock.fileno(), protocol, extra)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            from asyncio.futures import _set_result_unless_cancelled
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    _close_file = _SocketTransport._close_file

    def _make_buffer(self):
        return collections.deque()

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return sum(len(data) for data, _ in self._buffer)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except _WOULD_BLOCK:
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, address)

    def _send(self, data, address):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, address)

    def sendto(self, data, addr=None):
        """Sends a datagram, without waiting."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, not '
                            f'{type(data).__name__!r}')
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._conn_lost and self._address:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except _WOULD_BLOCK:
                self._loop._add_writer(self._fd, self._write_ready)
            except OSError as error:
                self._protocol.error_received(error)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, 'Fatal write error on datagram transport')
                return
        self._buffer.append((bytes(data), addr))
        self._maybe_pause_protocol()

    def _write_ready(self):
        while self._buffer:
            data, address = self._buffer.popleft()
            try:
                self._send(data, address)
            except _WOULD_BLOCK:
                self._buffer.appendleft((data, address))
                break
            except OSError as error:
                self._protocol.error_received(error)
                return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._fd)
            if self._closing:
                self._conn_lost += 1
                self._loop.call_soon(self._call_connection_lost, None)


_DatagramTransport.__name__ = _DatagramTransport.__qualname__ = '_SelectorDatagramTransport'


class _PipeTransport(_DescriptorTransport):
    """Over one end of a pipe, or what is like one."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        extra = dict(extra or {})
        extra['pipe'] = pipe
        self._pipe = pipe
        fd = pipe.fileno()
        mode = os.fstat(fd).st_mode
        if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode)):
            raise ValueError(self._wrong_kind)
        os.set_blocking(fd, False)
        super().__init__(loop, fd, protocol, extra)
        loop.call_soon(protocol.connection_made, self)
        if self._reads or not stat.S_ISCHR(mode):
            # The end that is written becomes readable when nobody reads any more.
            loop.call_soon(self._start_reading)
        if waiter is not None:
            from asyncio.futures import _set_result_unless_cancelled
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def _close_file(self):
        pipe, self._pipe = self._pipe, None
        pipe.close()


class _ReadPipeTransport(_PipeTransport):
    """Over the end of a pipe that is read."""

    _reads = True
    _wrong_kind = 'Pipe transport is for pipes/sockets only.'

    def _read_ready(self):
        try:
            data = os.read(self._fd, self.max_size)
        except _WOULD_BLOCK:
            return
        except OSError as error:
            self._fatal_error(error, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        self._closing = True
        self._loop._remove_reader(self._fd)
        self._conn_lost += 1
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)


_ReadPipeTransport.__name__ = _ReadPipeTransport.__qualname__ = '_UnixReadPipeTransport'


class _WritePipeTransport(_PipeTransport):
    """Over the end of a pipe that is written."""

    _reads = False
    _wrong_kind = 'Pipe transport is only for pipes, sockets and character devices'

    def _read_ready(self):
        self._force_close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        """Writes bytes, without waiting."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, not '
                            f'{type(data).__name__!r}')
        if not data:
            return
        if self._conn_lost or self._closing:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                sent = os.write(self._fd, data)
            except _WOULD_BLOCK:
                sent = 0
            except OSError as error:
                self._fatal_error(error, 'Fatal write error on pipe transport')
                return
            if sent == len(data):
                return
            data = memoryview(data)[sent:]
            self._loop._add_writer(self._fd, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        try:
            sent = os.write(self._fd, bytes(self._buffer))
        except _WOULD_BLOCK:
            return
        except OSError as error:
            self._buffer.clear()
            self._loop._remove_writer(self._fd)
            self._fatal_error(error, 'Fatal write error on pipe transport')
            return
        del self._buffer[:sent]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._fd)
            if self._closing:
                self._conn_lost += 1
                self._loop.call_soon(self._call_connection_lost, None)

    def can_write_eof(self):
        """True."""
        return True

    def write_eof(self):
        """Writes what is waiting, then closes."""
        self.close()


_WritePipeTransport.__name__ = _WritePipeTransport.__qualname__ = '_UnixWritePipeTransport'
