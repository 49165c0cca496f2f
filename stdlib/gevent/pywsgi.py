"""gevent.pywsgi: WSGI applications over HTTP/1.1, a greenlet for each connection.

Connections are kept, requests may follow each other without waiting (pipelining), bodies are chunked
in both directions where their length is not known. An answer whose parts are known goes out in one
write. What a client does wrong is answered with 4xx and the connection closed; an exception of the
application is printed and answered with 500.
"""

import sys
import time
from urllib.parse import unquote_to_bytes

import gevent
from gevent import socket
from gevent.server import StreamServer

__all__ = ["WSGIServer", "WSGIHandler", "LoggingLogAdapter", "Environ", "SecureEnviron",
           "WSGISecureEnviron"]

MAX_REQUEST_LINE = 8192
_MAX_HEAD = 64 * 1024 + MAX_REQUEST_LINE
_RECEIVE = 16 * 1024

_INTERNAL_ERROR_BODY = b"Internal Server Error"
_REQUEST_TOO_LONG = (b"HTTP/1.1 414 Request URI Too Long\r\nConnection: close\r\n"
                     b"Content-length: 0\r\n\r\n")
_BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-length: 0\r\n\r\n"
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"

_days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_months = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def format_date_time(timestamp):
    """A time as headers have it."""
    year, month, day, hour, minute, second, weekday = time.gmtime(timestamp)[:7]
    return "%s, %02d %3s %4d %02d:%02d:%02d GMT" % (_days[weekday], day, _months[month], year,
                                                    hour, minute, second)


class _InvalidClientInput(IOError):
    """A body that breaks off or is not as it should be."""


class _InvalidClientRequest(ValueError):
    """A head that is not as it should be."""

    formatted_message = ""


class _Connection:
    """The bytes of a connection that have come and were not used yet."""

    __slots__ = ("socket", "buffer")

    def __init__(self, sock):
        self.socket = sock
        self.buffer = b""

    def receive(self):
        """Have more bytes; False at the end."""
        data = self.socket.recv(_RECEIVE)
        if not data:
            return False
        self.buffer = self.buffer + data if self.buffer else data
        return True

    def take(self, count):
        """At most `count` bytes, some; none at the end."""
        if not self.buffer and not self.receive():
            return b""
        data, self.buffer = self.buffer[:count], self.buffer[count:]
        return data

    def line(self, limit):
        """A line, at most `limit` bytes of it."""
        while True:
            end = self.buffer.find(b"\n", 0, limit) + 1
            if not end and len(self.buffer) >= limit:
                end = limit
            if not end and not self.receive():
                end = len(self.buffer)
                break
            if end:
                break
        data, self.buffer = self.buffer[:end], self.buffer[end:]
        return data


class Input:
    """wsgi.input: the body of a request as a file."""

    __slots__ = ("_connection", "content_length", "position", "chunked_input", "_left", "_ended",
                 "send_100_continue_enabled", "_waits_for_continue", "_rest")

    def __init__(self, connection, content_length=None, waits_for_continue=False,
                 chunked_input=False):
        self._connection = connection
        self.content_length = content_length
        self.chunked_input = chunked_input
        self.position = 0
        self.send_100_continue_enabled = True
        self._waits_for_continue = waits_for_continue
        self._left = 0  # of the chunk
        self._ended = not chunked_input and not content_length
        self._rest = b""

    def _piece(self, limit):
        """Some bytes, at most `limit`; none at the end."""
        if self._rest:
            data, self._rest = self._rest[:limit], self._rest[limit:]
            return data
        if self._ended:
            return b""
        if self._waits_for_continue:
            self._waits_for_continue = False
            if self.send_100_continue_enabled:
                self._connection.socket.sendall(_CONTINUE)
        if self.chunked_input:
            if not self._left:
                self._left = self._chunk_size()
                if not self._left:
                    self._ended = True
                    return b""
            data = self._connection.take(min(limit, self._left))
            if not data:
                raise _InvalidClientInput("unexpected end of file while reading chunk")
            self._left -= len(data)
            if not self._left and self._connection.line(3) not in (b"\r\n", b"\n"):
                raise _InvalidClientInput("chunk does not end with a line end")
        else:
            data = self._connection.take(min(limit, self.content_length - self.position))
            if not data:
                raise IOError("unexpected end of file while reading request at position %s"
                              % self.position)
        self.position += len(data)
        if not self.chunked_input and self.position == self.content_length:
            self._ended = True
        return data

    def _chunk_size(self):
        self._ended = True  # unless all is as it should be
        line = self._connection.line(1024)
        if not line.endswith(b"\n"):
            raise _InvalidClientInput("unexpected end of file while reading chunked data header")
        digits = line.partition(b";")[0].strip()
        if not digits or digits.strip(b"0123456789abcdefABCDEF"):
            raise _InvalidClientInput("invalid chunk size")
        size = int(digits, 16)
        if not size:
            while self._connection.line(MAX_REQUEST_LINE) not in (b"\r\n", b"\n", b""):
                pass
        self._ended = not size
        return size

    def read(self, length=None):
        """Bytes of the body: `length` of them, or all that are left."""
        pieces, wanted = [], sys.maxsize if length is None or length < 0 else length
        while wanted:
            data = self._piece(wanted)
            if not data:
                break
            pieces.append(data)
            wanted -= len(data)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def readline(self, size=None):
        """A line of the body."""
        pieces, wanted = [], sys.maxsize if size is None or size < 0 else size
        while wanted:
            data = self._piece(min(wanted, _RECEIVE))
            end = data.find(b"\n") + 1
            if end:
                self._rest = data[end:] + self._rest
                data = data[:end]
            pieces.append(data)
            wanted -= len(data)
            if end or not data:
                break
        return b"".join(pieces)

    def readlines(self, hint=None):
        """The lines of the body."""
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    next = __next__

    def _discard(self):
        """Read what the application has not."""
        if self._waits_for_continue:
            return  # the client has not sent it
        while not self._ended:
            self._piece(_RECEIVE)


class WSGIHandler:
    """Serves one connection: handle(), and for each request read_request(), get_environ(),
    run_application()."""

    protocol_version = "HTTP/1.1"
    MessageClass = None
    # Of the request
    requestline = None
    request_version = command = path = None
    headers = ()
    content_length = None
    close_connection = False
    # Of the answer
    status = code = None
    response_headers = None
    response_length = 0
    response_use_chunked = False
    provided_content_length = provided_date = None
    headers_sent = False
    result = None
    time_start = time_finish = 0

    def __init__(self, sock, address, server, rfile=None):
        self.socket = sock
        self.client_address = address
        self.server = server
        self.rfile = _Connection(sock) if rfile is None else rfile
        self._pending = []

    def handle(self):
        """Take requests as long as the connection is kept."""
        try:
            while self.socket is not None:
                self.time_start = time.time()
                self.time_finish = 0
                result = self.handle_one_request()
                if result is None:
                    break
                if result is not True:
                    self.status, answer = result
                    self.socket.sendall(answer)
                    if self.time_finish == 0:
                        self.time_finish = time.time()
                    self.log_request()
                    break
        except OSError:
            pass  # the client has gone
        finally:
            sock = self.__dict__.pop("socket", None)
            if sock is not None:
                try:
                    sock.close()
                except OSError:
                    pass
            self.__dict__.pop("rfile", None)

    def _read_head(self):
        """The lines of the head of a request; None at the end of the connection."""
        connection = self.rfile
        searched = 0
        while True:
            buffer = connection.buffer
            end = buffer.find(b"\r\n\r\n", searched)
            if end >= 0:
                connection.buffer = buffer[end + 4:]
                return buffer[:end].decode("latin-1").split("\r\n")
            # Bare line ends, and a request line without headers, are rare.
            first = buffer.find(b"\n")
            if first < 0 and len(buffer) > MAX_REQUEST_LINE or first > MAX_REQUEST_LINE:
                self.requestline = ""
                return ()
            if first >= 0:
                if buffer[:first].strip() == b"":
                    return [""]
                end = buffer.find(b"\n\n")
                if end >= 0:
                    connection.buffer = buffer[end + 2:]
                    return buffer[:end].decode("latin-1").replace("\r", "").split("\n")
                if not self._looks_like_request(buffer[:first]):
                    return [buffer[:first].decode("latin-1").rstrip("\r")]
            if len(buffer) > _MAX_HEAD:
                return ()
            searched = max(len(buffer) - 3, 0)
            if not connection.receive():
                return None

    @staticmethod
    def _looks_like_request(line):
        return 2 <= len(line.split()) <= 3

    def handle_one_request(self):
        """Take one request and answer it: True to go on, None to end, or (status, answer)."""
        if self.rfile is None or self.rfile.socket is None:
            return None
        lines = self._read_head()
        if lines is None:
            return None
        if not lines or len(lines[0]) > MAX_REQUEST_LINE:
            self.requestline = ""
            return "414", _REQUEST_TOO_LONG
        self.requestline = lines[0]
        try:
            if not self.read_request(lines[0], lines):
                return "400", _BAD_REQUEST
        except Exception as problem:
            if not isinstance(problem, ValueError):
                import traceback
                traceback.print_exc()
            self.log_error("Invalid request: %s", str(problem) or problem.__class__.__name__)
            return "400", _BAD_REQUEST
        self.environ = self.get_environ()
        self.application = self.server.application
        self.handle_one_response()
        if self.close_connection or self.rfile is None:
            return None
        return True

    def _parse_headers(self, lines):
        headers = []
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon:
                if line[:1] in (" ", "\t") and headers:
                    before = headers[-1]
                    headers[-1] = (before[0], before[1] + " " + line.strip())
                continue
            if line[0] in " \t" and headers:
                before = headers[-1]
                headers[-1] = (before[0], before[1] + " " + line.strip())
                continue
            headers.append((name, value.strip()))
        return headers

    def read_request(self, raw_requestline, lines=()):
        """Take the request line and the headers; False when they are wrong."""
        words = raw_requestline.split()
        if len(words) == 3:
            self.command, self.path, version = words
            if version != "HTTP/1.1" and (
                    version[:5] != "HTTP/" or version.count(".") != 1
                    or not version[5:].replace(".", "").isdigit()):
                self.log_error("Invalid http version: %r", raw_requestline)
                return False
            self.request_version = version
        elif len(words) == 2:
            self.command, self.path = words
            if self.command != "GET":
                self.log_error("Expected GET method; Got command=%r; path=%r; raw=%r",
                               self.command, self.path, raw_requestline)
                return False
            self.request_version = "HTTP/0.9"
        else:
            self.log_error("Invalid HTTP method: %r", raw_requestline + "\r\n")
            return False
        self.headers = self._parse_headers(lines[1:])
        length = connection = encoding = expect = None
        for name, value in self.headers:
            # The lengths tell most names apart.
            size = len(name)
            if size == 14:
                if name.lower() == "content-length":
                    length = value
            elif size == 10:
                if name.lower() == "connection":
                    connection = value.lower()
            elif size == 17:
                if name.lower() == "transfer-encoding":
                    encoding = value.lower()
            elif size == 6 and name.lower() == "expect":
                expect = value.lower()
        if length is not None:
            self.content_length = int(length)
            if self.content_length < 0:
                self.log_error("Invalid Content-Length: %r", length)
                return False
            if self.content_length and self.command == "HEAD":
                self.log_error("Unexpected Content-Length")
                return False
        else:
            self.content_length = None
        self._chunked_request = encoding == "chunked"
        self._expects_continue = expect == "100-continue"
        if self.request_version == "HTTP/1.1":
            self.close_connection = connection == "close"
        else:
            self.close_connection = connection != "keep-alive"
        return True

    def get_environ(self):
        """The environ of the request."""
        environ = self.server.get_environ()
        environ["REQUEST_METHOD"] = self.command
        path, _, query = self.path.partition("?")
        if path[:1] != "/" and "://" in path:
            path = "/" + path.partition("://")[2].partition("/")[2]
        if "%" in path:
            path = unquote_to_bytes(path.encode("latin-1")).decode("latin-1")
        environ["PATH_INFO"] = path
        environ["QUERY_STRING"] = query
        address = self.client_address
        if isinstance(address, tuple):
            environ["REMOTE_ADDR"] = address[0]
            environ["REMOTE_PORT"] = str(address[1])
        environ["SERVER_PROTOCOL"] = self.request_version
        names = _environ_names
        for name, value in self.headers:
            key = names.get(name)
            if key is None:
                key = _environ_name(name)
                if key is False:
                    continue
            if key in environ and key[:5] == "HTTP_":
                environ[key] += ("; " if key == "HTTP_COOKIE" else ",") + value
            else:
                environ[key] = value
        environ["wsgi.input"] = self.wsgi_input = Input(
            self.rfile, self.content_length, self._expects_continue, self._chunked_request)
        environ["wsgi.input_terminated"] = True
        return environ

    # --- The answer

    def start_response(self, status, headers, exc_info=None):
        """What the application begins its answer with."""
        if exc_info:
            try:
                if self.headers_sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self.response_headers is not None:
            raise AssertionError("start_response() was called already")
        try:
            self.code = int(status.split(None, 1)[0])
        except (ValueError, IndexError):
            raise AssertionError(f"Invalid status: {status!r}") from None
        connection = length = date = None
        for name, value in headers:
            if not isinstance(name, str):
                raise TypeError("headers must be native strings: %r" % (name,))
            if not isinstance(value, str):
                raise TypeError("headers must be native strings: %r" % (value,))
            if "\r" in name or "\n" in name or "\r" in value or "\n" in value:
                raise ValueError("carriage return or newline in header %r" % (name,))
            size = len(name)
            if size == 14:
                if name.lower() == "content-length":
                    length = value
            elif size == 4:
                if name.lower() == "date":
                    date = value
            elif size == 10 and name.lower() == "connection":
                connection = value.lower()
        self.status = status
        self.response_headers = headers = list(headers)
        self.provided_content_length, self.provided_date = length, date
        if connection == "close":
            self.close_connection = True
        elif connection is None and self.request_version != "HTTP/1.1":
            if self.request_version == "HTTP/1.0":
                headers.append(("Connection", "close" if self.close_connection
                                else "keep-alive"))
            else:
                self.close_connection = True
        return self.write

    def _finalize_headers(self):
        headers = self.response_headers
        if self.provided_date is None:
            headers.append(("Date", self.server._date()))
        self.response_use_chunked = False
        if self.code in (304, 204) or self.provided_content_length is not None:
            return
        result = self.result
        if not self._wrote and (isinstance(result, (list, tuple)) or hasattr(result, "__len__")):
            headers.append(("Content-Length", str(sum(map(len, result)))))
        elif self.request_version == "HTTP/1.1":
            self.response_use_chunked = True
            headers.append(("Transfer-Encoding", "chunked"))
        else:
            self.close_connection = True

    def _head(self):
        self._finalize_headers()
        self.headers_sent = True
        lines = ["HTTP/1.1 " + self.status]
        for name, value in self.response_headers:
            lines.append(name + ": " + value)
        lines.append("\r\n")
        return "\r\n".join(lines).encode("latin-1")

    def _send(self, data):
        self.response_length += len(data)
        self.socket.sendall(data)

    def write(self, data):
        """What start_response() returns: send a part of the body."""
        self._wrote = True
        self._write(data)

    def _write(self, data):
        if self.response_headers is None:
            raise AssertionError("The application did not call start_response()")
        if isinstance(data, str):
            raise TypeError("The application must return bytes, not str")
        head = b"" if self.headers_sent else self._head()
        if self.response_use_chunked and data:
            data = b"%x\r\n" % len(data) + data + b"\r\n"
        if head or data:
            self._send(head + data)

    def run_application(self):
        """Call the application and send what it gives."""
        self.result = result = self.application(self.environ, self.start_response)
        if type(result) is list and not self.headers_sent:
            if self.response_headers is None:
                raise AssertionError("The application did not call start_response()")
            # All is known: one write.
            head = self._head()
            self._send(head + result[0] if len(result) == 1 else head + b"".join(result))
            return
        self.process_result()

    def process_result(self):
        """Send the parts of the body."""
        for data in self.result:
            if data:
                self._write(data)
        if not self.headers_sent:
            self._write(b"")
        if self.response_use_chunked:
            self._send(b"0\r\n\r\n")

    def handle_one_response(self):
        """Call the application, whatever it does, and log the request."""
        self.time_start = time.time()
        self.status = self.code = self.response_headers = self.result = None
        self.headers_sent = self._wrote = self.response_use_chunked = False
        self.response_length = 0
        try:
            try:
                self.run_application()
            finally:
                close = getattr(self.result, "close", None)
                if close is not None:
                    close()
                self.wsgi_input._discard()
        except _InvalidClientInput as problem:
            self._failed_input(problem)
        except OSError as problem:
            if problem.errno not in _ignored_errors and not isinstance(problem, ConnectionError):
                self.handle_error(*sys.exc_info())
            self.close_connection = True
        except gevent.GreenletExit:
            self.close_connection = True
            raise
        except Exception:
            self.handle_error(*sys.exc_info())
        finally:
            self.time_finish = time.time()
            self.log_request()

    def _failed_input(self, problem):
        self.log_error("Invalid client input: %s", problem)
        self._send_error("400 Bad Request", b"")

    def handle_error(self, t, v, tb):
        """Print an exception of the application and answer 500."""
        if not issubclass(t, gevent.GreenletExit):
            import traceback
            errors = self.server.error_log
            errors.write("\n" + "".join(traceback.format_exception(t, v, tb)))
            errors.write("%s %s failed with %s\n\n" % (
                time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                {key: self.environ[key] for key in ("REMOTE_ADDR", "REMOTE_PORT", "HTTP_HOST")
                 if key in self.environ}, t.__name__))
        self._send_error("500 Internal Server Error", _INTERNAL_ERROR_BODY)

    def _send_error(self, status, body):
        self.close_connection = True
        if self.headers_sent:
            return
        self.response_headers = None
        self._wrote = False
        try:
            self.start_response(status, [("Content-Type", "text/plain"), ("Connection", "close"),
                                         ("Content-Length", str(len(body)))])
            self._write(body)
        except OSError:
            pass  # the client has gone

    # --- The log

    def format_request(self):
        """The line of the log."""
        now = time.strftime("%Y-%m-%d %H:%M:%S")
        delta = "%.6f" % (self.time_finish - self.time_start) if self.time_finish else "-"
        address = self.client_address
        if isinstance(address, tuple):
            address = address[0]
        return '%s - - [%s] "%s" %s %s %s' % (
            address or "-", now, self.requestline or "", (self.status or "000").split()[0],
            self.response_length or "-", delta)

    def log_request(self):
        """Log the request."""
        log = self.server.log
        if log is not None:
            log.write(self.format_request() + "\n")

    def log_error(self, msg, *args):
        """Tell of what a client does wrong."""
        if not args:
            message = msg
        else:
            message = msg % args
        self.server.error_log.write("%s: %s\n" % (self.socket, message))


# errno's EPIPE, ECONNRESET, ESHUTDOWN, EBADF.
_ignored_errors = (32, 104, 108, 9)

# What headers are called in environ; False for those that are not there. Grows with what clients
# send, up to a limit.
_environ_names = {"Content-Type": "CONTENT_TYPE", "content-type": "CONTENT_TYPE",
                  "Content-Length": "CONTENT_LENGTH", "content-length": "CONTENT_LENGTH"}


def _environ_name(name):
    if "_" in name:
        # Some proxies pass them on as if they were dashes.
        return False
    key = name.upper().replace("-", "_")
    if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        key = "HTTP_" + key
    if len(_environ_names) < 500:
        _environ_names[name] = key
    return key


class Environ(dict):
    """environ."""

    __slots__ = ()


SecureEnviron = WSGISecureEnviron = Environ


class LoggingLogAdapter:
    """A logger as a file."""

    def __init__(self, logger, level=20):
        self._logger, self._level = logger, level

    def write(self, msg):
        """Log a line."""
        self._logger.log(self._level, msg.rstrip("\n"))

    def flush(self):
        """For files."""

    def writelines(self, lines):
        """Log lines."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name):
        return getattr(self._logger, name)


class WSGIServer(StreamServer):
    """Serves an application."""

    handler_class = WSGIHandler
    base_env = {"GATEWAY_INTERFACE": "CGI/1.1",
                "SERVER_SOFTWARE": "gevent/%d.%d Python/%d.%d" % (
                    gevent.version_info[:2] + sys.version_info[:2]),
                "SCRIPT_NAME": "", "wsgi.version": (1, 0), "wsgi.multithread": False,
                "wsgi.multiprocess": False, "wsgi.run_once": False}
    _date_of = (0, "")

    def __init__(self, listener, application=None, backlog=None, spawn="default", log="default",
                 error_log="default", handler_class=None, environ=None, **ssl_args):
        if handler_class is not None:
            self.handler_class = handler_class
        StreamServer.__init__(self, listener, backlog=backlog, spawn=spawn, **ssl_args)
        if application is not None:
            self.application = application
        self.log = self._log_of(log)
        self.error_log = self._log_of(error_log)
        self.set_environ(environ)

    @staticmethod
    def _log_of(log):
        if log == "default":
            return sys.stderr
        if log is not None and not hasattr(log, "write") and hasattr(log, "log"):
            return LoggingLogAdapter(log)
        return log

    def set_environ(self, environ=None):
        """The environ that those of requests begin with."""
        self.environ = dict(environ) if environ is not None else {}
        base = Environ(self.base_env)
        base.update(self.environ)
        base.setdefault("wsgi.url_scheme", "https" if self.ssl_enabled else "http")
        base.setdefault("wsgi.errors", sys.stderr)
        self._base = base

    def get_environ(self):
        """A new environ."""
        return Environ(self._base)

    def init_socket(self):
        """Listen, and note under which name."""
        StreamServer.init_socket(self)
        self.update_environ()

    def update_environ(self):
        """Note the address of the server in environ."""
        address = self.address
        if isinstance(address, tuple):
            host = address[0]
            if "SERVER_NAME" not in self._base:
                self._base["SERVER_NAME"] = socket.getfqdn(host) if host else ""
            self._base.setdefault("SERVER_PORT", str(address[1]))
        else:
            self._base.setdefault("SERVER_NAME", "")
            self._base.setdefault("SERVER_PORT", "")

    def handle(self, sock, address):
        """Serve a connection."""
        self.handler_class(sock, address, self).handle()

    def _date(self):
        """The value of the Date header; made anew each second."""
        now = int(time.time())
        if self._date_of[0] != now:
            self._date_of = now, format_date_time(now)
        return self._date_of[1]
