"""The answer of an HTTP server: status line, headers and a body that is read as a file.

The body ends where Content-Length, the last chunk or the end of the connection says; an end that
comes too early raises IncompleteRead. Reading to the end closes the answer, which frees its
connection for the next request.
"""

import io

from email.message import Message
from email.parser import parse_header_lines

_MAXLINE = 65536
_MAXHEADERS = 100
_UNKNOWN = "UNKNOWN"


class HTTPException(Exception):
    """What HTTP does not allow."""


class UnknownProtocol(HTTPException):
    """A version of HTTP that is not known."""

    def __init__(self, version):
        self.args = (version,)
        self.version = version


class IncompleteRead(HTTPException):
    """The body ended too early; `partial` is what came of it."""

    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = ", %i more expected" % self.expected if self.expected is not None else ""
        return "%s(%i bytes read%s)" % (self.__class__.__name__, len(self.partial), more)

    __str__ = object.__str__


class BadStatusLine(HTTPException):
    """A status line that is none."""

    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = (line,)
        self.line = line


class LineTooLong(HTTPException):
    """A line longer than anybody would send."""

    def __init__(self, line_type):
        super().__init__("got more than %d bytes when reading %s" % (_MAXLINE, line_type))


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The server closed the connection instead of answering."""

    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *pos, **kw)


class HTTPMessage(Message):
    """The headers of an answer or a request."""

    def getallmatchingheaders(self, name):
        """The lines of all headers of a name."""
        name = name.lower()
        return [f"{key}: {value}" for key, value in self.items() if key.lower() == name]


def parse_headers(fp, _class=HTTPMessage):
    """The headers that a binary file goes on with, to the empty line."""
    message = _class()
    lines = []
    simple = True
    while True:
        line = fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong("header line")
        if line == b"\r\n" or line == b"\n" or not line:
            break
        lines.append(line)
        if len(lines) > _MAXHEADERS:
            raise HTTPException("got more than %d headers" % _MAXHEADERS)
        if line[0] in b" \t" or b":" not in line:
            simple = False
    if simple:
        for line in lines:
            name, _, value = line.decode("iso-8859-1").partition(":")
            if not name or name != name.strip():
                simple = False
                message._headers.clear()
                break
            message.set_raw(name, value.strip(" \t\r\n") if value[-2:-1] != "\r"
                            else value[:-2].lstrip(" \t"))
    if not simple:
        parse_header_lines(message, [line.decode("iso-8859-1") for line in lines])
    message.set_payload("")
    return message


class HTTPResponse(io.BufferedIOBase):
    """An answer."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = _UNKNOWN
        self.chunked = self.chunk_left = self.length = self.will_close = _UNKNOWN

    def _read_status(self):
        line = str(self.fp.readline(_MAXLINE + 1), "iso-8859-1")
        if len(line) > _MAXLINE:
            raise LineTooLong("status line")
        if self.debuglevel > 0:
            print("reply:", repr(line))
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        parts = line.split(None, 2)
        if not parts or not parts[0].startswith("HTTP/"):
            self._close_conn()
            raise BadStatusLine(line)
        version = parts[0]
        try:
            status = int(parts[1]) if len(parts) > 1 else -1
        except ValueError:
            raise BadStatusLine(line) from None
        if not 100 <= status <= 999:
            raise BadStatusLine(line)
        return version, status, parts[2] if len(parts) > 2 else ""

    def begin(self):
        """Read the status line and the headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            parse_headers(self.fp)  # "go on": the answer proper follows
        self.code = self.status = status
        self.reason = reason.strip()
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print("header:", name + ":", value)
        encoding = self.headers.get("transfer-encoding")
        self.chunked = bool(encoding) and encoding.lower() == "chunked"
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None
        length = self.headers.get("content-length")
        if length and not self.chunked:
            try:
                self.length = int(length)
            except ValueError:
                pass
            else:
                if self.length < 0:
                    self.length = None
        if status in (204, 304) or 100 <= status < 200 or self._method == "HEAD":
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _check_close(self):
        connection = (self.headers.get("connection") or "").lower()
        if self.version == 11:
            return "close" in connection
        if self.headers.get("keep-alive") or "keep-alive" in connection:
            return False
        return "keep-alive" not in (self.headers.get("proxy-connection") or "").lower()

    def _close_conn(self):
        fp, self.fp = self.fp, None
        if fp is not None:
            fp.close()

    def close(self):
        """Close the answer; its connection can be used again if the body was read."""
        try:
            super().close()
        finally:
            self._close_conn()

    def flush(self):
        """For files."""
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        """For files."""
        return True

    def isclosed(self):
        """Whether the body was read to its end, or the answer closed."""
        return self.fp is None

    # --- The body

    def read(self, amt=None):
        """Bytes of the body: `amt` of them, or all that are left."""
        if self.fp is None:
            return b""
        if self._method == "HEAD":
            self._close_conn()
            return b""
        if self.chunked:
            return self._read_chunked(amt if amt is None or amt >= 0 else None)
        if amt is not None and amt >= 0:
            if self.length is not None and amt > self.length:
                amt = self.length
            data = self.fp.read(amt)
            if not data and amt:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(data)
                if not self.length:
                    self._close_conn()
            return data
        if self.length is None:
            data = self.fp.read()
        else:
            try:
                data = self._read_exactly(self.length)
            except IncompleteRead:
                self._close_conn()
                raise
            self.length = 0
        self._close_conn()
        return data

    def _read_exactly(self, amount):
        data = self.fp.read(amount)
        if len(data) < amount:
            raise IncompleteRead(data, amount - len(data))
        return data

    def readinto(self, b):
        """Fill a buffer; how many bytes came."""
        if self.fp is None:
            return 0
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def _next_chunk(self):
        """The bytes left of the chunk, which may be a new one; None at the end of the body."""
        left = self.chunk_left
        if left:
            return left
        if left is not None:
            self._read_exactly(2)  # the line end behind a chunk
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong("chunk size")
        try:
            left = int(line.partition(b";")[0], 16)
        except ValueError:
            self._close_conn()
            raise IncompleteRead(b"") from None
        if left == 0:
            self._read_trailer()
            self._close_conn()
            left = None
        self.chunk_left = left
        return left

    def _read_trailer(self):
        while True:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong("trailer line")
            if not line or line in (b"\r\n", b"\n"):
                break

    def _read_chunked(self, amount):
        pieces = []
        try:
            while (left := self._next_chunk()) is not None:
                if amount is not None and amount <= left:
                    pieces.append(self._read_exactly(amount))
                    self.chunk_left = left - amount
                    break
                pieces.append(self._read_exactly(left))
                if amount is not None:
                    amount -= left
                self.chunk_left = 0
        except IncompleteRead as problem:
            raise IncompleteRead(b"".join(pieces) + (problem.partial if pieces else b"")) from None
        return b"".join(pieces)

    def read1(self, n=-1):
        """Bytes of the body that one read of the connection gives."""
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            left = self._next_chunk()
            if left is None or n == 0:
                return b""
            data = self.fp.read1(left if n < 0 or n > left else n)
            self.chunk_left -= len(data)
            if not data:
                raise IncompleteRead(b"")
            return data
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        data = self.fp.read1(n) if n >= 0 else self.fp.read1()
        self._took(data, n)
        return data

    def _took(self, data, wanted):
        if not data and wanted:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
            if not self.length:
                self._close_conn()

    def peek(self, n=-1):
        """Bytes of the body that stay to be read."""
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            left = self._next_chunk()
            return b"" if left is None else self.fp.peek(left)[:left]
        return self.fp.peek(n)

    def readline(self, limit=-1):
        """A line of the body."""
        if self.fp is None or self._method == "HEAD":
            return b""
        if not self.chunked:
            if self.length is not None and (limit < 0 or limit > self.length):
                limit = self.length
            line = self.fp.readline(limit)
            self._took(line, limit)
            return line
        line = bytearray()
        while limit < 0 or len(line) < limit:
            piece = self.peek()
            if not piece:
                break
            end = piece.find(b"\n") + 1 or len(piece)
            if limit >= 0:
                end = min(end, limit - len(line))
            line += self.read(end)
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def fileno(self):
        """The descriptor of the connection."""
        return self.fp.fileno()

    # --- Headers

    def getheader(self, name, default=None):
        """The value of a header; several are joined with commas."""
        if self.headers is None:
            from http.client import ResponseNotReady
            raise ResponseNotReady()
        values = self.headers.get_all(name) or default
        if isinstance(values, str) or not hasattr(values, "__iter__"):
            return values
        return ", ".join(values)

    def getheaders(self):
        """The (name, value) pairs of all headers."""
        if self.headers is None:
            from http.client import ResponseNotReady
            raise ResponseNotReady()
        return list(self.headers.items())

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def info(self):
        """The headers."""
        return self.headers

    def geturl(self):
        """The URL, as urllib.request sets it."""
        return self.url

    def getcode(self):
        """The status code."""
        return self.status


# They are http.client's.
for _each in (HTTPException, UnknownProtocol, IncompleteRead, BadStatusLine, LineTooLong,
              RemoteDisconnected, HTTPMessage, HTTPResponse):
    _each.__module__ = "http.client"
