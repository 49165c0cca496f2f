"""Connections as protocols see them."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
           'SubprocessTransport')


class BaseTransport:
    """What all transports have."""

    __slots__ = ('_extra',)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What is known of the connection: 'peername', 'sockname', 'socket' …"""
        return self._extra.get(name, default)

    def is_closing(self):
        """Whether it is closed or about to be."""
        raise NotImplementedError

    def close(self):
        """Sends what is waiting to be sent, then closes."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Tells another protocol from now on."""
        raise NotImplementedError

    def get_protocol(self):
        """Who is told."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """One that is read from."""

    __slots__ = ()

    def is_reading(self):
        """Whether the protocol is told of what comes."""
        raise NotImplementedError

    def pause_reading(self):
        """Tells the protocol nothing for now."""
        raise NotImplementedError

    def resume_reading(self):
        """Tells the protocol again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """One that is written to."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """From how many waiting bytes on writing is paused, and below how many it goes on."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """(low, high)"""
        raise NotImplementedError

    def write(self, data):
        """Sends bytes, without waiting."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Sends all of the pieces."""
        self.write(b''.join(list_of_data))

    def write_eof(self):
        """Sends what is waiting, then the end of the stream."""
        raise NotImplementedError

    def can_write_eof(self):
        """Whether write_eof() is there."""
        raise NotImplementedError

    def abort(self):
        """Closes at once."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """One for both directions."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """One for datagrams."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Sends a datagram, without waiting."""
        raise NotImplementedError

    def abort(self):
        """Closes at once."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A child process."""

    __slots__ = ()

    def get_pid(self):
        """The number of the process."""
        raise NotImplementedError

    def get_returncode(self):
        """How it ended; None: it has not."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of one of its pipes."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Sends it a signal."""
        raise NotImplementedError

    def terminate(self):
        """Asks it to end."""
        raise NotImplementedError

    def kill(self):
        """Ends it."""
        raise NotImplementedError


class _FlowControlMixin(Transport):
    """Pauses the protocol when too much waits to be sent."""

    __slots__ = ('_loop', '_protocol_paused', '_high_water', '_low_water')

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_limits()

    def _set_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high_water = high
        self._low_water = low

    def set_write_buffer_limits(self, high=None, low=None):
        """From how many waiting bytes on writing is paused, and below how many it goes on."""
        self._set_limits(high, low)
        self._maybe_pause_protocol()

    def get_write_buffer_limits(self):
        """(low, high)"""
        return self._low_water, self._high_water

    def _tell(self, method, name):
        try:
            method()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                'message': f'protocol.{name}() failed', 'exception': error, 'transport': self,
                'protocol': self._protocol})

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
            self._protocol_paused = True
            self._tell(self._protocol.pause_writing, 'pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell(self._protocol.resume_writing, 'resume_writing')
