"""Servers: of streams (TCP) and of datagrams (UDP)."""

from gevent import socket as _socket
from gevent.baseserver import BaseServer

__all__ = ["StreamServer", "DatagramServer"]


def _bound(family, kind, address, reuse, backlog):
    sock = _socket.socket(family, kind)
    try:
        if reuse:
            sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
        try:
            sock.bind(address)
        except OSError as failure:
            failure.strerror = f"{failure.strerror}: {address!r}"
            raise
        if backlog is not None:
            sock.listen(backlog)
        return sock
    except:
        sock.close()
        raise


class StreamServer(BaseServer):
    """handle(socket, address) is called for each connection, in a greenlet of its own."""

    backlog = 256
    reuse_addr = 1

    def __init__(self, listener, handle=None, backlog=None, spawn="default", **ssl_args):
        self.ssl_enabled = bool(ssl_args)
        self.ssl_args = ssl_args
        BaseServer.__init__(self, listener, handle=handle, spawn=spawn)
        if backlog is not None:
            if hasattr(self, "socket"):
                raise TypeError("backlog must be None when a socket instance is passed")
            self.backlog = backlog

    def init_socket(self):
        """Makes the listener."""
        if not hasattr(self, "socket"):
            self.socket = self.get_listener(self.address, self.backlog, self.family)
            self.address = self.socket.getsockname()
        self.socket._set_cooperative(True)

    @classmethod
    def get_listener(cls, address, backlog=None, family=None):
        """A socket that listens at an address."""
        return _bound(_socket.AF_INET if family is None else family, _socket.SOCK_STREAM, address,
                      cls.reuse_addr, cls.backlog if backlog is None else backlog)

    def do_read(self):
        """Waits for a connection."""
        descriptor, address = self.socket._accept()
        sock = _socket.socket(self.socket.family, self.socket.type, self.socket.proto,
                              fileno=descriptor)
        return sock, address

    def do_close(self, sock, *args):
        """The connection ends with its handler."""
        sock.close()

    def do_handle(self, *args):
        """Starts the handler."""
        if self.ssl_enabled and self._spawn is not None:
            self._spawn(self.wrap_socket_and_handle, *args)
        else:
            BaseServer.do_handle(self, *args)

    def wrap_socket_and_handle(self, client_socket, address):
        """The handler of a connection that is to be encrypted."""
        from gevent import ssl

        context = self.ssl_args.get("ssl_context")
        if context is None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.ssl_args["certfile"], self.ssl_args.get("keyfile"))
        with context.wrap_socket(client_socket, server_side=True) as wrapped:
            self.handle(wrapped, address)


class DatagramServer(BaseServer):
    """handle(data, address) is called for each datagram, in a greenlet of its own."""

    reuse_addr = 1

    def init_socket(self):
        """Makes the socket."""
        if not hasattr(self, "socket"):
            self.socket = self.get_listener(self.address, self.family)
            self.address = self.socket.getsockname()
        self.socket._set_cooperative(True)

    @classmethod
    def get_listener(cls, address, family=None):
        """A socket that is bound to an address."""
        return _bound(_socket.AF_INET if family is None else family, _socket.SOCK_DGRAM, address,
                      cls.reuse_addr, None)

    def do_read(self):
        """Waits for a datagram."""
        return self.socket.recvfrom(65536)

    def sendto(self, *args):
        """Sends a datagram."""
        return self.socket.sendto(*args)
