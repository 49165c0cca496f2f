"""Files sent over sockets and transports: loop.sock_sendfile() and loop.sendfile().

The system copies regular files itself. Whatever else can be read goes through a buffer.
"""

import errno
import io
import os
import socket

from asyncio import exceptions, protocols, transports

_SOCKET_PIECE = 256 * 1024
_TRANSPORT_PIECE = 16 * 1024


def _check(file, offset, count):
    socket._check_file_to_send(file, count)
    if not isinstance(offset, int):
        raise TypeError(f'offset must be a non-negative integer (got {offset!r})')
    if offset < 0:
        raise ValueError(f'offset must be a non-negative integer (got {offset!r})')


async def send_over_socket(loop, sock, file, offset, count, fallback):
    """How many bytes of the file were sent; `fallback`: whether they may go through a buffer."""
    _check(file, offset, count)
    if sock.type != socket.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    try:
        return await _have_copied(loop, sock, file, offset, count)
    except exceptions.SendfileNotAvailableError:
        if not fallback:
            raise
    return await _send_pieces(file, offset, count, _SOCKET_PIECE,
                              lambda piece: loop.sock_sendall(sock, piece))


async def _have_copied(loop, sock, file, offset, count):
    try:
        source = file.fileno()
        size = os.fstat(source).st_size
    except (AttributeError, io.UnsupportedOperation, OSError):
        raise exceptions.SendfileNotAvailableError('not a regular file') from None
    rest = size if count is None else count
    sent = 0
    try:
        while rest > 0:
            try:
                copied = os.sendfile(sock.fileno(), source, offset + sent, rest)
            except (BlockingIOError, InterruptedError):
                await _until_writable(loop, sock)
                continue
            except OSError as error:
                if error.errno == errno.ENOTCONN:
                    raise ConnectionError('socket is not connected', errno.ENOTCONN) from error
                if sent == 0:
                    raise exceptions.SendfileNotAvailableError('os.sendfile call failed') from error
                raise
            if copied == 0:
                break
            sent += copied
            rest -= copied
    finally:
        if sent > 0:
            os.lseek(source, offset + sent, os.SEEK_SET)
    return sent


async def _until_writable(loop, sock):
    from asyncio.futures import _set_result_unless_cancelled
    waiter = loop.create_future()
    loop._add_writer(sock.fileno(), _set_result_unless_cancelled, waiter, None)
    try:
        await waiter
    finally:
        if sock.fileno() >= 0:
            loop._remove_writer(sock.fileno())


async def _send_pieces(file, offset, count, size, send):
    """Awaits send(piece) for one piece of the file after the other: how many bytes there were."""
    can_seek = hasattr(file, 'seek')
    if can_seek:
        file.seek(offset)
    buffer = bytearray(size if count is None else min(size, count))
    sent = 0
    try:
        while count is None or sent < count:
            room = memoryview(buffer)
            if count is not None:
                room = room[:count - sent]
            number = file.readinto(room)
            if not number:
                break
            await send(room[:number])
            sent += number
    finally:
        if sent > 0 and can_seek:
            file.seek(offset + sent)
    return sent


async def send_over_transport(loop, transport, file, offset, count, fallback):
    """The same; what the transport has to send yet goes first, and nothing is read meanwhile."""
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    ways = getattr(transport, '_ways_of_sending_files', ())
    if not ways:
        raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
    if 'copy' in ways:
        try:
            return await _have_copied_after_buffer(loop, transport, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
    if not fallback:
        raise RuntimeError('fallback is disabled and native sendfile is not supported for transport '
                           f'{transport!r}')
    _check(file, offset, count)
    sender = _Sender(loop, transport)
    try:
        return await _send_pieces(file, offset, count, _TRANSPORT_PIECE, sender.send)
    finally:
        sender.restore()


async def _have_copied_after_buffer(loop, transport, file, offset, count):
    was_reading = transport.is_reading()
    transport.pause_reading()
    await transport._make_empty_waiter()
    try:
        return await send_over_socket(loop, transport._sock, file, offset, count, False)
    finally:
        transport._reset_empty_waiter()
        if was_reading:
            transport.resume_reading()


class _Sender(protocols.Protocol):
    """Stands in for a transport's protocol while pieces of a file are written to it."""

    def __init__(self, loop, transport):
        if not isinstance(transport, transports._FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')
        self._loop = loop
        self._transport = transport
        self._protocol = transport.get_protocol()
        self._was_reading = transport.is_reading()
        self._was_writing_paused = transport._protocol_paused
        self._lost = False
        self._writable = loop.create_future() if self._was_writing_paused else None
        transport.pause_reading()
        transport.set_protocol(self)

    async def send(self, piece):
        """Writes the piece when the transport takes more."""
        if self._writable is not None:
            await self._writable
        if self._lost or self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        # The buffer of the piece is filled again.
        self._transport.write(bytes(piece))

    def restore(self):
        """Gives the transport its protocol back."""
        self._transport.set_protocol(self._protocol)
        if self._was_reading:
            self._transport.resume_reading()
        if self._writable is not None:
            self._writable.cancel()
        if self._was_writing_paused and not self._transport._protocol_paused:
            self._protocol.resume_writing()

    def connection_lost(self, exc):
        self._lost = True
        if self._writable is not None and not self._writable.done():
            self._writable.set_exception(exc or ConnectionError('Connection is closed by peer'))
        self._protocol.connection_lost(exc)

    def pause_writing(self):
        if self._writable is None:
            self._writable = self._loop.create_future()

    def resume_writing(self):
        writable, self._writable = self._writable, None
        if writable is not None and not writable.done():
            writable.set_result(None)

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')
