"""Pipes between processes: objects go through as pickles, each a message."""

import os
import _fiber
import _multiprocessing
from _descriptors import READ as _READ, WRITE as _WRITE, wait_ready as _wait_ready
from multiprocessing.context import BufferTooShort, assert_spawning, get_spawning_popen
from multiprocessing.reduction import ForkingPickler

__all__ = ['Client', 'Listener', 'Pipe', 'wait']


class Connection:
    """One end of a pipe."""

    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError('invalid handle')
        if not readable and not writable:
            raise ValueError('at least one of `readable` and `writable` must be True')
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def _check_closed(self):
        if self._handle is None:
            raise OSError('handle is closed')

    def _check_readable(self):
        self._check_closed()
        if not self._readable:
            raise OSError('connection is write-only')

    def _check_writable(self):
        self._check_closed()
        if not self._writable:
            raise OSError('connection is read-only')

    @property
    def closed(self):
        """Whether it is closed."""
        return self._handle is None

    @property
    def readable(self):
        """Whether messages can be received."""
        return self._readable

    @property
    def writable(self):
        """Whether messages can be sent."""
        return self._writable

    def fileno(self):
        """The descriptor."""
        self._check_closed()
        return self._handle

    def close(self):
        """Closes the end."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def detach(self):
        """The descriptor, which is the caller's from now on."""
        self._check_closed()
        handle, self._handle = self._handle, None
        return handle

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def send(self, obj):
        """Sends an object."""
        self._check_writable()
        self._send(ForkingPickler.dumps(obj))

    def recv(self):
        """The next object; EOFError when the other end is closed."""
        self._check_readable()
        return ForkingPickler.loads(self._receive())

    def send_bytes(self, buf, offset=0, size=None):
        """Sends bytes."""
        self._check_writable()
        data = memoryview(buf)
        if data.itemsize > 1:
            data = data.cast('B')
        count = data.nbytes
        if offset < 0:
            raise ValueError('offset is negative')
        if count < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = count - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > count:
            raise ValueError('buffer length < offset + size')
        self._send(bytes(data[offset:offset + size]))

    def recv_bytes(self, maxlength=None):
        """The next message as bytes."""
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        data = self._receive(-1 if maxlength is None else maxlength)
        if data is None:
            self.close()
            raise OSError('bad message length')
        return data

    def recv_bytes_into(self, buf, offset=0):
        """Puts the next message into a buffer: its length."""
        self._check_readable()
        place = memoryview(buf)
        if place.itemsize > 1:
            place = place.cast('B')
        if offset < 0:
            raise ValueError('negative offset')
        if offset > place.nbytes:
            raise ValueError('offset too large')
        data = self._receive()
        if place.nbytes < offset + len(data):
            raise BufferTooShort(data)
        place[offset:offset + len(data)] = data
        return len(data)

    def poll(self, timeout=0.0):
        """Whether there is something to receive, after so many seconds at most."""
        self._check_readable()
        return bool(_wait_ready([(self._handle, _READ)], timeout))

    def _send(self, data):
        if not _fiber.is_cooperative():
            _multiprocessing.send(self._handle, data)
            return
        count = len(data)
        header = (count.to_bytes(4, 'big') if count <= 0x7fffffff
                  else b'\xff\xff\xff\xff' + count.to_bytes(8, 'big'))
        rest = memoryview(header + data)
        while rest:
            rest = rest[os.write(self._handle, rest):]

    def _receive(self, most=-1):
        if not _fiber.is_cooperative():
            return _multiprocessing.receive(self._handle, most)
        count = int.from_bytes(self._read(4, True), 'big', signed=True)
        if count == -1:
            count = int.from_bytes(self._read(8, False), 'big')
        if 0 <= most < count:
            return None
        return self._read(count, False)

    def _read(self, size, may_end):
        pieces = []
        missing = size
        while missing:
            piece = os.read(self._handle, missing)
            if not piece:
                if may_end and missing == size:
                    raise EOFError
                raise OSError('got end of file during message')
            pieces.append(piece)
            missing -= len(piece)
        return b''.join(pieces)

    def __reduce__(self):
        popen = get_spawning_popen()
        if popen is None:
            raise TypeError('a connection goes to another process by being inherited only')
        return type(self), (popen.duplicate_for_child(self.fileno()), self._readable,
                            self._writable)


class _MessageEnd(Connection):
    # An end of a pipe of whole messages: many processes may use it at once, and die over it.

    def _send(self, data):
        if not _fiber.is_cooperative():
            _multiprocessing.send_message(self._handle, data)
            return
        while not self._send_if_room(data):
            _wait_ready([(self._handle, _WRITE)])

    def _send_if_room(self, data):
        # Whether it was sent.
        try:
            _multiprocessing.send_message(self._handle, data, False)
        except BlockingIOError:
            return False
        return True

    def _receive(self, most=-1):
        if not _fiber.is_cooperative():
            data = _multiprocessing.receive_message(self._handle)
        else:
            while (data := self._receive_if_there()) is None:
                _wait_ready([(self._handle, _READ)])
        return None if 0 <= most < len(data) else data

    def _receive_if_there(self):
        # None: there is nothing, or another process was faster.
        try:
            return _multiprocessing.receive_message(self._handle, False)
        except BlockingIOError:
            return None

    def _end(self):
        # Whoever waits at either end, in any process, gets EOFError or BrokenPipeError.
        _multiprocessing.end_messages(self._handle)


def message_pipe():
    """(for receiving, for sending) of a pipe of whole messages, which needs no locks."""
    reader, writer = _multiprocessing.message_pipe()
    return _MessageEnd(reader, writable=False), _MessageEnd(writer, readable=False)


def Pipe(duplex=True):
    """Two connected ends; with duplex=False (for receiving, for sending)."""
    if duplex:
        one, other = _multiprocessing.socketpair()
        return Connection(one), Connection(other)
    reader, writer = os.pipe()
    return Connection(reader, writable=False), Connection(writer, readable=False)


def wait(object_list, timeout=None):
    """Those connections, sockets, descriptors and sentinels that are ready."""
    objects = list(object_list)
    numbers = [each if isinstance(each, int) else each.fileno() for each in objects]
    ready = set(_wait_ready([(number, _READ) for number in numbers], timeout))
    return [each for each, number in zip(objects, numbers) if number in ready]


class Listener:
    """What clients on this machine connect to; its address is a name."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        if family not in (None, 'AF_UNIX'):
            raise NotImplementedError(
                f'multiprocessing.connection: family {family} is missing, there is AF_UNIX')
        self._address = address or f'weft-{os.getpid()}-{os.urandom(8).hex()}'
        self._handle = _multiprocessing.listen(self._address)
        self._authkey = authkey
        self.last_accepted = None

    def __getstate__(self):
        assert_spawning(self)
        return {**self.__dict__, '_handle': get_spawning_popen().duplicate_for_child(self._handle)}

    def accept(self):
        """Waits for a client: the connection to it."""
        if self._handle is None:
            raise OSError('listener is closed')
        connection = Connection(_multiprocessing.accept(self._handle))
        if self._authkey is not None:
            _demand_key(connection, self._authkey)
        return connection

    def close(self):
        """Nobody can connect any more."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    @property
    def address(self):
        """What clients connect to."""
        return self._address

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to a listener."""
    connection = Connection(_multiprocessing.connect(address))
    if authkey is not None:
        _show_key(connection, authkey)
    return connection


# Who connects shows that it knows the key, by a digest of what it is sent.


def _digest(key, message):
    import hmac
    return hmac.new(bytes(key), message, 'sha256').digest()


def _demand_key(connection, key):
    from multiprocessing.context import AuthenticationError
    message = os.urandom(32)
    connection.send_bytes(message)
    if connection.recv_bytes(256) != _digest(key, message):
        connection.send_bytes(b'no')
        connection.close()
        raise AuthenticationError('digest received was wrong')
    connection.send_bytes(b'yes')


def _show_key(connection, key):
    from multiprocessing.context import AuthenticationError
    connection.send_bytes(_digest(key, connection.recv_bytes(256)))
    if connection.recv_bytes(256) != b'yes':
        connection.close()
        raise AuthenticationError('digest sent was rejected')
