"""Encrypted connections: a protocol of the plain transport below, and a transport for the program's."""

import ssl
from collections import deque

from asyncio import exceptions, protocols, transports

_HANDSHAKE_TIMEOUT = 60.0
_SHUTDOWN_TIMEOUT = 30.0
_HIGH_WATER = 512 * 1024
_READ_SIZE = 256 * 1024

# What the protocol is at.
_HANDSHAKE, _OPEN, _SHUTDOWN, _CLOSED = range(4)


class TLSTransport(transports._FlowControlMixin):
    """What the program writes to; `_below` encrypts it."""

    _start_tls_compatible = True
    _ways_of_sending_files = 'write',

    def __init__(self, loop, below, protocol):
        super().__init__(None, loop)
        self._set_limits(_HIGH_WATER)
        self._below = below
        self._protocol = protocol
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)
        self._closed = False
        self._paused = False

    def get_extra_info(self, name, default=None):
        """What is known of the connection; of the encryption: 'ssl_object', 'sslcontext' …"""
        return self._below._extra_info(name, default)

    def set_protocol(self, protocol):
        """Tells another protocol from now on."""
        self._protocol = protocol
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)

    def get_protocol(self):
        """Who is told."""
        return self._protocol

    def is_closing(self):
        """Whether it is closed or about to be."""
        return self._closed

    def close(self):
        """Sends what is waiting to be sent, closes the encryption, then the connection."""
        if not self._closed:
            self._below._begin_shutdown()

    def abort(self):
        """Closes at once."""
        self._force_close(None)

    def _force_close(self, error):
        self._closed = True
        self._below._abort(error)

    def is_reading(self):
        """Whether the protocol is told of what comes."""
        return not self._closed and not self._paused

    def pause_reading(self):
        """Tells the protocol nothing for now."""
        if not self._closed and not self._paused:
            self._paused = True
            self._below._transport.pause_reading()

    def resume_reading(self):
        """Tells the protocol again."""
        if self._paused:
            self._paused = False
            self._loop.call_soon(self._below._go_on_reading)

    def set_write_buffer_limits(self, high=None, low=None):
        """From how many waiting bytes on writing is paused, and below how many it goes on."""
        if high is None and low is None:
            high = _HIGH_WATER
        super().set_write_buffer_limits(high, low)

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return self._below._waiting_bytes()

    def write(self, data):
        """Sends bytes, without waiting."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data: expecting a bytes-like instance, got {type(data).__name__}')
        if data:
            self._below._write(data)

    def write_eof(self):
        """Not there: one direction of an encrypted connection is not closed by itself."""
        raise NotImplementedError

    def can_write_eof(self):
        """False."""
        return False


TLSTransport.__name__ = TLSTransport.__qualname__ = '_SSLProtocolTransport'


class TLSProtocol(protocols.Protocol):
    """Told by the plain transport; tells `protocol` what it has decrypted."""

    def __init__(self, loop, protocol, context, waiter, server_side, server_hostname,
                 handshake_timeout, shutdown_timeout, tells_of_connection=True):
        if not isinstance(context, ssl.SSLContext):
            if server_side:
                raise ValueError('Server side SSL needs a valid SSLContext')
            context = ssl.create_default_context()
            if not server_hostname:
                context.check_hostname = False
        self._handshake_timeout = _checked(handshake_timeout, _HANDSHAKE_TIMEOUT,
                                           'ssl_handshake_timeout')
        self._shutdown_timeout = _checked(shutdown_timeout, _SHUTDOWN_TIMEOUT,
                                          'ssl_shutdown_timeout')
        self._loop = loop
        self._waiter = waiter
        self._transport = None
        self._tells_of_connection = tells_of_connection
        self._knows_of_connection = not tells_of_connection
        self._knows_of_end = False
        self._app = TLSTransport(loop, self, protocol)
        # The buffers in memory are left out: bytes go to and from the inner connection.
        self._object = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_side,
                                        server_hostname or None if not server_side else None)
        self._tls = self._object._tls
        self._extra = {'sslcontext': context}
        self._state = _HANDSHAKE
        self._timer = None
        self._backlog = deque()  # what could not be encrypted yet
        self._encrypted = bytearray()  # what the transport did not want yet
        self._is_paused = False

    def _extra_info(self, name, default):
        if name in self._extra:
            return self._extra[name]
        return default if self._transport is None else self._transport.get_extra_info(name, default)

    # Told by the transport

    def connection_made(self, transport):
        self._transport = transport
        self._timer = self._loop.call_later(self._handshake_timeout, self._handshake_too_long)
        self._handshake()

    def data_received(self, data):
        self._tls.feed(data)
        if self._state == _OPEN:
            self._read()
        elif self._state == _HANDSHAKE:
            self._handshake()
        elif self._state == _SHUTDOWN:
            self._shut_down()

    def eof_received(self):
        if self._state == _HANDSHAKE:
            self._fail(ConnectionResetError(), '')
        elif self._state != _CLOSED:
            if self._state == _OPEN:
                self._read()
            self._state = _CLOSED
            self._app._closed = True
            self._tell_end()

    def connection_lost(self, exc):
        self._state = _CLOSED
        self._app._closed = True
        self._backlog.clear()
        self._encrypted.clear()
        self._end_timer()
        if self._knows_of_connection:
            self._loop.call_soon(self._app._protocol.connection_lost, exc)
        self._wake_waiter(exc or ConnectionResetError())
        self._transport = None

    def pause_writing(self):
        self._is_paused = True

    def resume_writing(self):
        self._is_paused = False
        self._send()

    # Beginning and end

    def _end_timer(self):
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()

    def _wake_waiter(self, error):
        waiter, self._waiter = self._waiter, None
        if waiter is None or waiter.done():
            return
        if error is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(error)

    def _handshake_too_long(self):
        if self._state == _HANDSHAKE:
            self._fail(ConnectionAbortedError(
                f'SSL handshake is taking longer than {self._handshake_timeout} seconds: aborting '
                'the connection'), '')

    def _handshake(self):
        try:
            if not self._tls.handshake():
                self._send()
                return
            self._send()
            certificate = self._object.getpeercert()
        except Exception as error:
            if isinstance(error, ssl.SSLCertVerificationError):
                self._object._name_host(error)
            self._send()  # why it is ended
            self._fail(error, 'SSL handshake failed')
            return
        self._end_timer()
        self._state = _OPEN
        self._extra.update(peercert=certificate, cipher=self._object.cipher(),
                           compression=self._object.compression(), ssl_object=self._object)
        if self._tells_of_connection:
            self._knows_of_connection = True
            self._app._protocol.connection_made(self._app)
        self._wake_waiter(None)
        self._read()

    def _fail(self, error, message):
        if not isinstance(error, OSError) and not isinstance(error, exceptions.CancelledError):
            self._loop.call_exception_handler({
                'message': message, 'exception': error, 'transport': self._transport,
                'protocol': self})
        self._abort(error)
        self._wake_waiter(error)

    def _abort(self, error):
        self._state = _CLOSED
        self._end_timer()
        if self._transport is not None:
            self._transport._force_close(error)

    def _begin_shutdown(self):
        if self._state == _HANDSHAKE:
            self._abort(None)
        elif self._state == _OPEN:
            self._app._closed = True
            self._state = _SHUTDOWN
            self._timer = self._loop.call_later(self._shutdown_timeout, self._shutdown_too_long)
            self._transport.resume_reading()  # the peer's answer
            self._shut_down()

    def _shutdown_too_long(self):
        if self._state == _SHUTDOWN:
            self._fail(TimeoutError('SSL shutdown timed out'), '')

    def _shut_down(self):
        try:
            while self._tls.read(_READ_SIZE):
                pass  # nobody wants it any more
            is_done = self._tls.shut_down()
        except OSError as error:
            self._fail(error, '')
            return
        self._send()
        if is_done:
            self._state = _CLOSED
            self._end_timer()
            self._tell_end()
            self._loop.call_soon(self._close_transport)

    def _close_transport(self):
        if self._transport is not None:
            self._transport.close()

    def _tell_end(self):
        """No more will come."""
        if self._knows_of_end:
            return
        self._knows_of_end = True
        if self._app._protocol.eof_received():
            from asyncio.base_events import _log
            _log('warning', 'returning true from eof_received() has no effect when using ssl')

    # Reading and writing

    def _go_on_reading(self):
        if self._state == _OPEN and not self._app._paused:
            self._read()
            if not self._app._paused and self._transport is not None:
                self._transport.resume_reading()

    def _read(self):
        app = self._app
        try:
            if app._buffered:
                is_end = self._read_into_buffers(app)
            else:
                is_end = self._read_pieces(app)
            self._write_backlog()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fail(error, 'Fatal error on SSL protocol')
            return
        if is_end:
            self._tell_end()
            self._begin_shutdown()

    def _read_pieces(self, app):
        """Tells the protocol what there is, in one piece; whether the peer has closed."""
        if app._paused or self._state != _OPEN:
            return False
        data = self._tls.read(_READ_SIZE)
        if data:
            pieces = [data]
            while data := self._tls.read(_READ_SIZE):
                pieces.append(data)
            app._protocol.data_received(pieces[0] if len(pieces) == 1 else b''.join(pieces))
        return data is not None

    def _read_into_buffers(self, app):
        while not app._paused and self._state == _OPEN:
            room = app._protocol.get_buffer(-1)
            if not len(room):
                raise RuntimeError('get_buffer() returned an empty buffer')
            data = self._tls.read(len(room))
            if not data:
                return data is not None
            room[:len(data)] = data
            app._protocol.buffer_updated(len(data))
        return False

    def _write(self, data):
        if self._state != _OPEN:
            return
        self._backlog.append(bytes(data))
        try:
            self._write_backlog()
        except OSError as error:
            self._fail(error, '')

    def _write_backlog(self):
        while self._backlog:
            taken = self._tls.write(self._backlog[0])
            if taken is None:
                break
            data = self._backlog.popleft()
            if taken < len(data):
                self._backlog.appendleft(data[taken:])
        self._send()

    def _waiting_bytes(self):
        return len(self._encrypted) + sum(map(len, self._backlog))

    def _send(self):
        """Gives the transport what is encrypted, unless that has enough."""
        data = self._tls.take()
        if self._is_paused and self._state == _OPEN:
            self._encrypted += data
            self._app._maybe_pause_protocol()
            return
        if self._encrypted:
            data = bytes(self._encrypted) + data
            self._encrypted.clear()
        if data and self._transport is not None:
            self._transport.write(data)
        self._app._maybe_resume_protocol()


TLSProtocol.__name__ = TLSProtocol.__qualname__ = 'SSLProtocol'


def _checked(timeout, default, name):
    if timeout is None:
        return default
    if timeout <= 0:
        raise ValueError(f'{name} should be a positive number, got {timeout}')
    return timeout


def encrypt(loop, protocol, context, waiter, server_side, server_hostname, timeouts):
    """The protocol for a plain transport that is to be made."""
    return TLSProtocol(loop, protocol, context, waiter, server_side, server_hostname, *timeouts)


async def start_tls(loop, transport, protocol, context, server_side, server_hostname, timeouts):
    """For loop.start_tls()."""
    if not isinstance(context, ssl.SSLContext):
        raise TypeError('sslcontext is expected to be an instance of ssl.SSLContext, got '
                        f'{context!r}')
    if not getattr(transport, '_start_tls_compatible', False):
        raise TypeError(f'transport {transport!r} is not supported by start_tls()')
    waiter = loop.create_future()
    below = TLSProtocol(loop, protocol, context, waiter, server_side, server_hostname, *timeouts,
                        tells_of_connection=False)
    # What comes now is encrypted.
    transport.pause_reading()
    transport.set_protocol(below)
    begin = loop.call_soon(below.connection_made, transport)
    go_on = loop.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.close()
        begin.cancel()
        go_on.cancel()
        raise
    return below._app
