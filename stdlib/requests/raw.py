"""The answer as it comes from the connection: what Response.raw is."""

import io

from requests import _failures
from requests.structures import CaseInsensitiveDict


def parse_head(head):
    """(version, status, reason, headers, values of Set-Cookie) of the head of an answer."""
    lines = head.decode("iso-8859-1").split("\r\n" if b"\r\n" in head else "\n")
    version, _, rest = lines[0].partition(" ")
    status, _, reason = rest.strip().partition(" ")
    headers, cookies = CaseInsensitiveDict(), []
    store = headers._store
    name = None
    for line in lines[1:]:
        if line[:1] in (" ", "\t"):
            if name is not None:
                key, before = store[name]
                store[name] = (key, before + " " + line.strip())
            continue
        key, colon, value = line.partition(":")
        if not colon:
            continue
        value = value.strip()
        name = key.lower()
        if name == "set-cookie":
            cookies.append(value)
        if name in store:
            first, before = store[name]
            store[name] = (first, before + ", " + value)
        else:
            store[name] = (key, value)
    return (11 if version.endswith("1.1") else 10), int(status or 0), reason.strip(), headers, \
        cookies


class RawResponse(io.IOBase):
    """A file of the body's bytes, which have the content encoding the server gave them."""

    def __init__(self, transfer, request, is_decoded):
        self._transfer, self._request = transfer, request
        # Encodings are undone here when the body is streamed, else by libcurl.
        self._is_decoded = is_decoded
        self._decoder = None
        self._decoded = b""
        (self.version, self.status, self.reason, self.headers,
         self.set_cookie_lines) = parse_head(transfer.head)
        self.decode_content = False

    @property
    def closed(self):
        """Whether all was read or the answer was closed."""
        return self._transfer is None or (self._transfer.ended and not self._transfer.pending
                                          and not self._decoded)

    def readable(self):
        """For files."""
        return True

    def getheader(self, name, default=None):
        """The value of a header."""
        return self.headers.get(name, default)

    def getheaders(self):
        """All headers."""
        return self.headers

    def _next(self, count):
        """Some bytes as they came, at most `count`; none at the end."""
        transfer = self._transfer
        if transfer is None:
            return b""
        if not transfer.pending and not transfer.ended:
            try:
                came = transfer.wait("body", self._request[2])
            except BaseException:
                transfer.abort()
                raise
            if not came:
                transfer.abort()
                raise _failures.read_timeout_of_body(*self._request)
        if not transfer.pending and transfer.result:
            failure = _failures.failure_of_body(transfer, self.headers, self._request)
            if failure is not None:
                raise failure
        return transfer.take(count)

    def _next_decoded(self, count):
        if self._is_decoded:
            return self._next(count)
        if self._decoder is None:
            from requests._decoding import decoder_for
            self._decoder = decoder_for(self.headers.get("content-encoding", ""))
        while True:
            piece = self._next(count)
            if not piece:
                return self._decoder.flush()
            decoded = self._decoder.decompress(piece)
            if decoded:
                return decoded

    def read(self, amt=None, decode_content=None, cache_content=False):
        """`amt` bytes, or all that are left."""
        if decode_content is None:
            decode_content = self.decode_content
        get = self._next_decoded if decode_content else self._next
        pieces, have = [self._decoded], len(self._decoded)
        self._decoded = b""
        while amt is None or have < amt:
            piece = get(None if amt is None else max(amt - have, 1))
            if not piece:
                break
            pieces.append(piece)
            have += len(piece)
        data = b"".join(pieces)
        if amt is not None and len(data) > amt:
            data, self._decoded = data[:amt], data[amt:]
        return data

    def readinto(self, b):
        """Fill a buffer; how many bytes came."""
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        """A line of the body."""
        line = bytearray()
        while size < 0 or len(line) < size:
            byte = self.read(1)
            line += byte
            if not byte or byte == b"\n":
                break
        return bytes(line)

    @property
    def data(self):
        """All that is left."""
        return self.read(decode_content=True)

    def stream(self, amt=2**16, decode_content=None):
        """The body in pieces of at most `amt` bytes; None: as they come."""
        if decode_content is None:
            decode_content = self.decode_content
        if self.headers.get("transfer-encoding", "").lower() == "chunked" or amt is None:
            # What has come is handed out at once.
            get = self._next_decoded if decode_content else self._next
            while piece := self._decoded or get(amt):
                self._decoded = b""
                if amt is not None and len(piece) > amt:
                    piece, self._decoded = piece[:amt], piece[amt:]
                yield piece
            return
        while piece := self.read(amt, decode_content=decode_content):
            yield piece

    def close(self):
        """Give the transfer up."""
        transfer, self._transfer = self._transfer, None
        if transfer is not None and not transfer.ended:
            transfer.abort()

    def release_conn(self):
        """The connection goes back by itself."""

    def isclosed(self):
        """Whether all was read or the answer was closed."""
        return self.closed
