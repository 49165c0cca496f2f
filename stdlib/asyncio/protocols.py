"""What is told of events on transports; programs derive from these classes."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol',
           'BufferedProtocol')


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """The connection is closed; `exc` is None or the error."""

    def pause_writing(self):
        """Much is waiting to be sent."""

    def resume_writing(self):
        """Not much is waiting to be sent any more."""


class Protocol(BaseProtocol):
    """For streams."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes have come."""

    def eof_received(self):
        """The peer sends no more; true: the transport stays open."""


class BufferedProtocol(BaseProtocol):
    """For streams, into a buffer of the protocol's own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where to receive into."""

    def buffer_updated(self, nbytes):
        """So many bytes have come."""

    def eof_received(self):
        """The peer sends no more; true: the transport stays open."""


class DatagramProtocol(BaseProtocol):
    """For datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """For child processes."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written to a pipe."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe of the child is closed."""

    def process_exited(self):
        """The child has ended."""
