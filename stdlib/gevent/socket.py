"""Sockets whose calls let other greenlets run, patched or not.

A wait is the machine's own (_socket), with the flag that others run meanwhile.
"""

import socket as _module
import _socket
from _fiber import end_descriptor_waits as _end_waits, wait_descriptor as _wait_descriptor

# What the plain module has, as it was before a patch.
from gevent.monkey import get_original as _get_original

_plain_socket = _get_original("socket", "socket")
_dup = _socket.dup

globals().update({name: getattr(_module, name) for name in _module.__all__})
error, timeout = OSError, TimeoutError
EBADF = _module.EBADF
SocketIO = _module.SocketIO

_NO_EXCEPTION = TimeoutError("timed out")


class cancel_wait_ex(OSError):
    """Raised in those who wait for a descriptor that is closed."""

    def __init__(self):
        super().__init__(EBADF, "File descriptor was closed in another greenlet")


def _wait(fileno, events, timeout, timeout_exc):
    try:
        ready = _wait_descriptor(fileno, events, timeout)
    except OSError as failure:
        if failure.errno == EBADF:
            raise cancel_wait_ex() from None
        raise
    if not ready:
        raise timeout_exc


def wait_read(fileno, timeout=None, timeout_exc=_NO_EXCEPTION):
    """Waits until a descriptor can be read; after `timeout` seconds raises timeout_exc."""
    _wait(fileno, 1, timeout, timeout_exc)


def wait_write(fileno, timeout=None, timeout_exc=_NO_EXCEPTION, event=None):
    """Waits until a descriptor can be written; after `timeout` seconds raises timeout_exc."""
    _wait(fileno, 2, timeout, timeout_exc)


def wait_readwrite(fileno, timeout=None, timeout_exc=_NO_EXCEPTION, event=None):
    """Waits until a descriptor can be read or written."""
    _wait(fileno, 3, timeout, timeout_exc)


def cancel_wait(watcher, error=cancel_wait_ex):
    """Ends the waits for a descriptor with an error."""
    _end_waits(watcher if isinstance(watcher, int) else watcher.fileno())


class socket(_plain_socket):
    """A socket whose calls let other greenlets run."""

    __slots__ = ()

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _plain_socket.__init__(self, family, type, proto, fileno)
        self._set_cooperative(True)

    def accept(self):
        """Waits for a connection: a socket for it and the peer's address."""
        descriptor, address = self._accept()
        made = socket(self.family, self.type, self.proto, fileno=descriptor)
        if _socket.getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address


socket.__module__ = "gevent._socket3"
SocketType = socket


def _function_with(socket_class, function):
    """A function of the plain module that makes sockets of another class."""
    names = dict(vars(_module))
    names["socket"] = socket_class
    made = type(function)(function.__code__, names, function.__name__, function.__defaults__)
    made.__kwdefaults__ = function.__kwdefaults__
    made.__doc__ = function.__doc__
    names[function.__name__] = made
    return made


fromfd = _function_with(socket, _get_original("socket", "fromfd"))
socketpair = _function_with(socket, _get_original("socket", "socketpair"))
create_connection = _function_with(socket, _get_original("socket", "create_connection"))
create_server = _function_with(socket, _get_original("socket", "create_server"))

__implements__ = ["create_connection", "socket", "SocketType", "fromfd", "socketpair"]
__dns__ = ["getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo",
           "getfqdn"]
__all__ = sorted(set(_module.__all__) | {"cancel_wait", "create_server", "wait_read",
                                         "wait_readwrite", "wait_write"})
