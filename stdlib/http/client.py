"""HTTP/1.1 from the client's side, one connection at a time.

A connection is idle, then a request is begun (putrequest), has its headers (putheader, endheaders)
and is sent; getresponse() gives the answer, whose body has to be read or closed before the next
request. What is called out of turn raises a subclass of ImproperConnectionState. Everything that
waits waits in the socket.
"""

import re
import socket
import urllib.parse

from http import HTTPStatus
from http._response import (_MAXHEADERS, _MAXLINE, BadStatusLine, HTTPException, HTTPMessage,
                            HTTPResponse, IncompleteRead, LineTooLong, RemoteDisconnected,
                            UnknownProtocol, parse_headers)

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol",
           "UnknownTransferEncoding", "UnimplementedFileMode", "IncompleteRead", "InvalidURL",
           "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader", "ResponseNotReady",
           "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses",
           "HTTPSConnection"]

HTTP_PORT = 80
HTTPS_PORT = 443

_CS_IDLE = "Idle"
_CS_REQ_STARTED = "Request-started"
_CS_REQ_SENT = "Request-sent"
_UNKNOWN = "UNKNOWN"

globals().update({status.name: status for status in HTTPStatus})
responses = {status: status.phrase for status in HTTPStatus}

_legal_name = re.compile(rb"[^:\s][^:\r\n]*").fullmatch
_illegal_value = re.compile(rb"\n(?![ \t])|\r(?![ \t\n])").search
_bad_in_target = re.compile("[\0-\x20\x7f]")
_bad_in_method = re.compile("[\0-\x1f]")
_METHODS_EXPECTING_BODY = {"PATCH", "POST", "PUT"}


class NotConnected(HTTPException):
    """There is no connection and none may be made."""


class InvalidURL(HTTPException):
    """A host, port or path that cannot be sent."""


class UnknownTransferEncoding(HTTPException):
    """A transfer encoding that is not known."""


class UnimplementedFileMode(HTTPException):
    """A mode that files of answers do not have."""


class ImproperConnectionState(HTTPException):
    """A call out of turn."""


class CannotSendRequest(ImproperConnectionState):
    """A request while another is under way."""


class CannotSendHeader(ImproperConnectionState):
    """A header when no request has begun."""


class ResponseNotReady(ImproperConnectionState):
    """An answer is asked for before the request, or before the last answer was read."""


error = HTTPException


class HTTPConnection:
    """A connection to a server, made when it is first needed."""

    _http_vsn = 11
    _http_vsn_str = "HTTP/1.1"
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self._response = None
        self._state = _CS_IDLE
        self._method = None
        self._tunnel_host = self._tunnel_port = None
        self._tunnel_headers = {}
        self.host, self.port = self._get_hostport(host, port)
        self._validate_host(self.host)
        self._create_connection = socket.create_connection

    def __repr__(self):
        return super().__repr__()

    def _get_hostport(self, host, port):
        if port is None:
            colon = host.rfind(":")
            bracket = host.rfind("]")
            if colon > bracket:
                digits = host[colon + 1:]
                try:
                    port = int(digits) if digits else self.default_port
                except ValueError:
                    raise InvalidURL("nonnumeric port: '%s'" % digits) from None
                host = host[:colon]
            else:
                port = self.default_port
        if host and host[0] == "[" and host[-1] == "]":
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        """From 1 on what is sent and got is printed."""
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """Ask the server to pass everything on to another host (CONNECT)."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})

    def _tunnel(self):
        request = [b"CONNECT %s:%d HTTP/1.0\r\n" % (self._tunnel_host.encode("ascii"),
                                                    self._tunnel_port)]
        for name, value in self._tunnel_headers.items():
            request.append(f"{name}: {value}\r\n".encode("latin-1"))
        request.append(b"\r\n")
        self.send(b"".join(request))
        response = self.response_class(self.sock, method=self._method)
        try:
            version, code, message = response._read_status()
            if code != HTTPStatus.OK:
                self.close()
                raise OSError(f"Tunnel connection failed: {code} {message.strip()}")
            parse_headers(response.fp)
        finally:
            response.close()

    def connect(self):
        """Connect to the server."""
        self.sock = self._create_connection((self.host, self.port), self.timeout,
                                            self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            pass  # no TCP
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Close the connection."""
        self._state = _CS_IDLE
        sock, self.sock = self.sock, None
        response, self._response = self._response, None
        try:
            if sock is not None:
                sock.close()
        finally:
            if response is not None:
                response.close()

    def send(self, data):
        """Send bytes, a file's contents, or what an iterable gives."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print("send:", repr(data))
        if hasattr(data, "read"):
            for block in self._blocks(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, "__iter__"):
                raise TypeError("data should be a bytes-like object or an iterable, got %r"
                                % type(data)) from None
            for each in data:
                self.sock.sendall(each)

    def _blocks(self, file):
        while block := file.read(self.blocksize):
            yield block.encode("iso-8859-1") if isinstance(block, str) else block

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begin a request."""
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != _CS_IDLE:
            raise CannotSendRequest(self._state)
        self._state = _CS_REQ_STARTED
        found = _bad_in_method.search(method)
        if found:
            raise ValueError("method can't contain control characters. "
                             f"{method!r} (found at least {found.group()!r})")
        self._method = method
        url = url or "/"
        self._validate_path(url)
        self._buffer.append(self._encode_request(f"{method} {url} {self._http_vsn_str}"))
        if self._http_vsn != 11:
            return
        if not skip_host:
            netloc = urllib.parse.urlsplit(url).netloc if url.startswith("http") else ""
            if netloc:
                try:
                    encoded = netloc.encode("ascii")
                except UnicodeEncodeError:
                    encoded = netloc.encode("idna")
                self.putheader("Host", encoded)
            else:
                host, port = ((self._tunnel_host, self._tunnel_port) if self._tunnel_host
                              else (self.host, self.port))
                try:
                    encoded = host.encode("ascii")
                except UnicodeEncodeError:
                    encoded = host.encode("idna")
                if ":" in host:
                    encoded = b"[" + encoded + b"]"
                if port != self.default_port:
                    encoded += b":%d" % port
                self.putheader("Host", encoded)
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    def _encode_request(self, request):
        return request.encode("ascii")

    def _validate_path(self, url):
        found = _bad_in_target.search(url)
        if found:
            raise InvalidURL(f"URL can't contain control characters. {url!r} "
                             f"(found at least {found.group()!r})")

    def _validate_host(self, host):
        found = _bad_in_target.search(host)
        if found:
            raise InvalidURL(f"URL can't contain control characters. {host!r} "
                             f"(found at least {found.group()!r})")

    def putheader(self, header, *values):
        """Add a header line to the request."""
        if self._state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        if hasattr(header, "encode"):
            header = header.encode("ascii")
        if not _legal_name(header):
            raise ValueError("Invalid header name %r" % (header,))
        written = []
        for value in values:
            if hasattr(value, "encode"):
                value = value.encode("latin-1")
            elif isinstance(value, int):
                value = str(value).encode("ascii")
            if _illegal_value(value):
                raise ValueError("Invalid header value %r" % (value,))
            written.append(value)
        self._buffer.append(header + b": " + b"\r\n\t".join(written))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """End the headers and send the request, with its body."""
        if self._state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self._state = _CS_REQ_SENT
        self._buffer.append(b"\r\n")
        head = b"\r\n".join(self._buffer)
        self._buffer.clear()
        if message_body is None:
            self.send(head)
        elif not encode_chunked and isinstance(message_body, (bytes, bytearray)) and \
                len(message_body) <= 65536:
            self.send(head + message_body)  # one write: a server sees it whole
        else:
            self.send(head)
            self._send_body(message_body, encode_chunked)

    def _send_body(self, body, encode_chunked):
        if hasattr(body, "read"):
            blocks = self._blocks(body)
        else:
            try:
                memoryview(body)
            except TypeError:
                try:
                    blocks = iter(body)
                except TypeError:
                    raise TypeError("message_body should be a bytes-like object or an iterable, "
                                    "got %r" % type(body)) from None
            else:
                blocks = (body,)
        for block in blocks:
            if not block:
                continue
            if encode_chunked and self._http_vsn == 11:
                block = b"%X\r\n" % len(block) + block + b"\r\n"
            self.send(block)
        if encode_chunked and self._http_vsn == 11:
            self.send(b"0\r\n\r\n")

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Send a whole request."""
        names = frozenset(name.lower() for name in headers)
        self.putrequest(method, url, skip_host="host" in names,
                        skip_accept_encoding="accept-encoding" in names)
        if "content-length" not in names:
            if "transfer-encoding" not in names:
                encode_chunked = False
                length = self._get_content_length(body, method)
                if length is not None:
                    self.putheader("Content-Length", str(length))
                elif body is not None:
                    encode_chunked = True
                    self.putheader("Transfer-Encoding", "chunked")
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encode(body, "body")
        self.endheaders(body, encode_chunked=encode_chunked)

    @staticmethod
    def _get_content_length(body, method):
        if body is None:
            return 0 if method.upper() in _METHODS_EXPECTING_BODY else None
        if hasattr(body, "read"):
            return None
        if isinstance(body, str):
            return len(body)
        try:
            return memoryview(body).nbytes
        except TypeError:
            return None

    def getresponse(self):
        """The answer to the request that was sent."""
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != _CS_REQ_SENT or self._response is not None:
            raise ResponseNotReady(self._state)
        if self.debuglevel > 0:
            response = self.response_class(self.sock, self.debuglevel, method=self._method)
        else:
            response = self.response_class(self.sock, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = _CS_IDLE
            if response.will_close:
                # The answer keeps the socket open as long as it needs it.
                self.close()
            else:
                self._response = response
            return response
        except:
            response.close()
            raise


def _encode(data, name):
    try:
        return data.encode("latin-1")
    except UnicodeEncodeError as problem:
        raise UnicodeEncodeError(
            problem.encoding, problem.object, problem.start, problem.end,
            "%s (%.20r) is not valid Latin-1. Use %s.encode('utf-8') if you want to send it "
            "encoded in UTF-8." % (name.title(), data[problem.start:problem.end], name)) from None


class HTTPSConnection(HTTPConnection):
    """A connection through TLS."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, key_file=None, cert_file=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, context=None,
                 check_hostname=None, blocksize=8192):
        import ssl
        super().__init__(host, port, timeout, source_address, blocksize=blocksize)
        if context is None:
            context = ssl._create_default_https_context()
        if key_file or cert_file:
            context.load_cert_chain(cert_file, key_file)
        if check_hostname is not None:
            context.check_hostname = check_hostname
        self._context = context

    def connect(self):
        """Connect to the server and shake hands."""
        super().connect()
        try:
            self.sock = self._context.wrap_socket(self.sock,
                                                  server_hostname=self._tunnel_host or self.host)
        except BaseException:
            sock, self.sock = self.sock, None
            if sock is not None:
                sock.close()
            raise
