"""Servers over sockets: a loop that takes requests, and a handler object for each.

serve_forever() runs until another fiber or thread calls shutdown(). With the Threading mix-in each
request has a thread of its own. There are no Forking servers.
"""

import select
import socket
import sys
import threading
from io import BufferedIOBase

__all__ = ["BaseServer", "TCPServer", "UDPServer", "ThreadingUDPServer", "ThreadingTCPServer",
           "BaseRequestHandler", "StreamRequestHandler", "DatagramRequestHandler",
           "ThreadingMixIn", "UnixStreamServer", "UnixDatagramServer",
           "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer"]


class BaseServer:
    """The loop, and the steps of a request, which subclasses change."""

    timeout = None  # of handle_request()

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._is_shut_down = threading.Event()
        self._is_shut_down.set()
        self._must_end = False

    def server_activate(self):
        """Begin to listen."""

    def serve_forever(self, poll_interval=0.5):
        """Handle requests until shutdown() is called."""
        self._is_shut_down.clear()
        try:
            while not self._must_end:
                ready = self._wait_for_request(poll_interval)
                if self._must_end:
                    break
                if ready:
                    self._handle_request_noblock()
                self.service_actions()
        finally:
            self._must_end = False
            self._is_shut_down.set()

    def _wait_for_request(self, seconds):
        """Whether there is one, within so many seconds; None: no limit."""
        poll = select.poll()
        poll.register(self.fileno(), select.POLLIN)
        return bool(poll.poll(None if seconds is None else seconds * 1000))

    def shutdown(self):
        """End serve_forever() and wait until it has ended."""
        self._must_end = True
        self._is_shut_down.wait()

    def service_actions(self):
        """Called after each turn of the loop."""

    def handle_request(self):
        """Handle one request; handle_timeout() is called when none comes in time."""
        limit = self.socket.gettimeout()
        if limit is None:
            limit = self.timeout
        elif self.timeout is not None:
            limit = min(limit, self.timeout)
        if self._wait_for_request(limit):
            return self._handle_request_noblock()
        return self.handle_timeout()

    def _handle_request_noblock(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            return
        if not self.verify_request(request, client_address):
            self.shutdown_request(request)
            return
        try:
            self.process_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
            self.shutdown_request(request)
        except:
            self.shutdown_request(request)
            raise

    def handle_timeout(self):
        """Called when no request has come in time."""

    def verify_request(self, request, client_address):
        """Whether to handle the request."""
        return True

    def process_request(self, request, client_address):
        """Handle the request and close it."""
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def server_close(self):
        """Close the server's socket."""

    def finish_request(self, request, client_address):
        """Make the handler, which handles the request."""
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        """End a request."""
        self.close_request(request)

    def close_request(self, request):
        """Close a request's socket."""

    def handle_error(self, request, client_address):
        """Tell of an exception that a handler raised."""
        import traceback
        print("-" * 40, file=sys.stderr)
        print("Exception occurred during processing of request from", client_address,
              file=sys.stderr)
        traceback.print_exc()
        print("-" * 40, file=sys.stderr)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.server_close()


class TCPServer(BaseServer):
    """Connections."""

    address_family = socket.AF_INET
    socket_type = socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = False
    allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if bind_and_activate:
            try:
                self.server_bind()
                self.server_activate()
            except:
                self.server_close()
                raise

    def server_bind(self):
        """Take the address."""
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.allow_reuse_port:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        """Begin to listen."""
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        """Close the server's socket."""
        self.socket.close()

    def fileno(self):
        """The descriptor of the server's socket."""
        return self.socket.fileno()

    def get_request(self):
        """The socket of a connection and its peer's address."""
        return self.socket.accept()

    def shutdown_request(self, request):
        """End a connection."""
        try:
            request.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the peer was faster
        self.close_request(request)

    def close_request(self, request):
        """Close a connection's socket."""
        request.close()


class UDPServer(TCPServer):
    """Datagrams: a request is (data, the server's socket)."""

    allow_reuse_address = False
    allow_reuse_port = False
    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        """A datagram with the socket to answer by, and its sender's address."""
        data, client_address = self.socket.recvfrom(self.max_packet_size)
        return (data, self.socket), client_address

    def server_activate(self):
        """Nothing is listened for."""

    def shutdown_request(self, request):
        """Nothing is to be ended."""
        self.close_request(request)

    def close_request(self, request):
        """Nothing is to be closed."""


class ThreadingMixIn:
    """A thread for each request."""

    daemon_threads = False
    block_on_close = True
    _threads = None

    def process_request_thread(self, request, client_address):
        """Handle the request, in its thread."""
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)

    def process_request(self, request, client_address):
        """Start a thread for the request."""
        thread = threading.Thread(target=self.process_request_thread,
                                  args=(request, client_address))
        thread.daemon = self.daemon_threads
        if not thread.daemon and self.block_on_close:
            if self._threads is None:
                self._threads = []
            self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        thread.start()

    def server_close(self):
        """Close the server's socket and wait for the threads."""
        super().server_close()
        threads, self._threads = self._threads, None
        for thread in threads or ():
            thread.join()


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    """A thread for each datagram."""


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """A thread for each connection."""


class UnixStreamServer(TCPServer):
    """Connections in the file system."""

    address_family = socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    """Datagrams in the file system."""

    address_family = socket.AF_UNIX


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    """A thread for each connection."""


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
    """A thread for each datagram."""


class BaseRequestHandler:
    """Handles one request: setup(), handle(), finish()."""

    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """Before handle()."""

    def handle(self):
        """The work."""

    def finish(self):
        """After handle(), whatever happened."""


class StreamRequestHandler(BaseRequestHandler):
    """Has files to read the request from and to write the answer to."""

    rbufsize = -1
    wbufsize = 0
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        """Make the files."""
        self.connection = self.request
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        if self.wbufsize == 0:
            self.wfile = _SocketWriter(self.connection)
        else:
            self.wfile = self.connection.makefile("wb", self.wbufsize)

    def finish(self):
        """Write what is left and close the files."""
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                pass  # the peer has gone
        self.wfile.close()
        self.rfile.close()


class _SocketWriter(BufferedIOBase):
    """A file without a buffer: each write goes out whole."""

    def __init__(self, sock):
        self._sock = sock

    def writable(self):
        """For files."""
        return True

    def write(self, b):
        """Send all of it."""
        self._sock.sendall(b)
        with memoryview(b) as view:
            return view.nbytes

    def fileno(self):
        """The descriptor of the socket."""
        return self._sock.fileno()


class DatagramRequestHandler(BaseRequestHandler):
    """Has the datagram as a file and a file that becomes the answer."""

    def setup(self):
        """Make the files."""
        from io import BytesIO
        self.packet, self.socket = self.request
        self.rfile = BytesIO(self.packet)
        self.wfile = BytesIO()

    def finish(self):
        """Send the answer."""
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
