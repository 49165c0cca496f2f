"""What servers have in common: a listener, and how handlers are started."""

from errno import EBADF, EINVAL, ENOTSOCK

from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.hub import get_hub, getcurrent, sleep

__all__ = ["BaseServer"]


class BaseServer:
    """Takes what comes to a listener and has handlers work on it."""

    min_delay = 0.01
    max_delay = 1
    max_accept = 100
    stop_timeout = 1
    fatal_errors = (EBADF, EINVAL, ENOTSOCK)
    _spawn = Greenlet.spawn
    handle = None  # a subclass may have a method of this name

    def __init__(self, listener, handle=None, spawn="default"):
        self._stop_event = Event()
        self._stop_event.set()
        self._reader = None
        self.pool = None
        self.delay = self.min_delay
        try:
            self.set_listener(listener)
            self.set_spawn(spawn)
            if handle is not None:
                self.handle = handle
        except:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stop()

    def set_listener(self, listener):
        """An address to listen at, or a socket that is bound."""
        if hasattr(listener, "accept"):
            if hasattr(listener, "do_handshake"):
                raise TypeError(f"Expected a regular socket, not SSLSocket: {listener!r}")
            self.family = listener.family
            self.address = listener.getsockname()
            self.socket = listener
        else:
            self.family, self.address = parse_address(listener)

    def set_spawn(self, spawn):
        """How handlers are started: "default", "raw", a function, a Pool, its size, or None."""
        if spawn == "default":
            self._spawn = Greenlet.spawn
        elif spawn == "raw":
            from gevent.hub import spawn_raw
            self._spawn = spawn_raw
        elif spawn is None or callable(spawn):
            self._spawn = spawn
        elif hasattr(spawn, "spawn"):
            self.pool = spawn
            self._spawn = spawn.spawn
        elif isinstance(spawn, int):
            from gevent.pool import Pool
            self.pool = Pool(spawn)
            self._spawn = self.pool.spawn
        else:
            raise ValueError(f"Illegal spawn argument: {spawn!r}")

    def set_handle(self, handle):
        """The function that works on what comes."""
        self.handle = handle

    def _read_always(self):
        """The greenlet that takes what comes."""
        while True:
            if self.full():
                self.pool._semaphore.wait() if hasattr(self.pool, "_semaphore") else sleep(0.001)
                continue
            try:
                arguments = self.do_read()
            except OSError as failure:
                if self._reader is not getcurrent():
                    return
                if self.is_fatal_error(failure):
                    self.close()
                    raise
                get_hub().handle_error(self, type(failure), failure, failure.__traceback__)
                sleep(self.delay)
                self.delay = min(self.max_delay, self.delay * 2)
                continue
            if arguments is None:
                continue
            self.delay = self.min_delay
            self.do_handle(*arguments)

    def do_handle(self, *args):
        """Starts the handler."""
        if self._spawn is None:
            self._handle_and_close(*args)
        else:
            self._spawn(self._handle_and_close, *args)

    def _handle_and_close(self, *args):
        try:
            self.handle(*args)
        finally:
            self.do_close(*args)

    def do_close(self, *args):
        """What is done when a handler has ended."""

    def do_read(self):
        """Waits for the next thing: the handler's arguments."""
        raise NotImplementedError

    def full(self):
        """Whether the pool takes no more handlers."""
        return self.pool is not None and self.pool.full()

    def is_fatal_error(self, ex):
        """Whether an error ends the server."""
        return isinstance(ex, OSError) and ex.errno in self.fatal_errors

    def start_accepting(self):
        """Begins to take what comes."""
        if self._reader is None:
            self._reader = Greenlet.spawn(self._read_always)

    def stop_accepting(self):
        """Takes no more."""
        reader, self._reader = self._reader, None
        if reader is not None and reader is not getcurrent():
            reader.kill(block=False)

    def init_socket(self):
        """Makes the listener."""

    def start(self):
        """Makes the listener where it was given as an address, and begins."""
        self.init_socket()
        self._stop_event.clear()
        try:
            self.start_accepting()
        except:
            self.close()
            raise

    def close(self):
        """Takes no more and closes the listener."""
        self._stop_event.set()
        self.stop_accepting()
        listener = self.__dict__.pop("socket", None)
        if listener is not None:
            listener.close()
        self.__dict__.pop("handle", None)

    @property
    def started(self):
        """Whether it takes what comes."""
        return not self._stop_event.is_set()

    @property
    def closed(self):
        """Whether it has ended, or not begun."""
        return self._stop_event.is_set()

    def stop(self, timeout=None):
        """Ends the server; handlers in a pool get `timeout` seconds to end."""
        self.close()
        if self.pool is not None:
            if timeout is None:
                timeout = self.stop_timeout
            self.pool.join(timeout=timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        """Begins if need be and waits until the server ends."""
        if not self.started:
            self.start()
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()

    @property
    def server_host(self):
        """The IP address it is bound to."""
        return self.address[0] if isinstance(self.address, tuple) else None

    @property
    def server_port(self):
        """The port it is bound to."""
        return self.address[1] if isinstance(self.address, tuple) else None

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._formatinfo()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._formatinfo()}>"

    def _formatinfo(self):
        if hasattr(self, "socket"):
            number = self.socket.fileno()
        else:
            number = "None"
        result = f"fileno={number} "
        try:
            result += f"address={self.address[0]}:{self.address[1]}"
        except Exception:
            result += f"address={self.address}"
        handle = self.__dict__.get("handle")
        if handle is not None:
            owner = getattr(handle, "__self__", None)
            result += f" handle={'<bound method>' if owner is self else handle!r}"
        return result


def parse_address(address):
    """The family and the address of (host, port), "host:port", ":port" or a port."""
    from gevent import socket

    if isinstance(address, tuple):
        if not address[0] or ":" in address[0]:
            return socket.AF_INET6, address
        return socket.AF_INET, address
    if isinstance(address, (str, int)):
        host, _, port = ("", "", address) if isinstance(address, int) else address.rpartition(":")
        try:
            port = int(port)
        except ValueError as error:
            raise ValueError(f"Failed to parse address {address!r}: {error}") from None
        host = host.strip("[]")
        if host == "*":
            host = ""
        if not host or ":" in host:
            return socket.AF_INET6, (host, port)
        return socket.AF_INET, (host, port)
    raise ValueError(f"Failed to parse address {address!r}")
