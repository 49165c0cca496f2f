"""libcurl's failures as the exceptions programs know."""

import errno
import os
from http._response import BadStatusLine, HTTPException, LineTooLong, RemoteDisconnected
from urllib.parse import urlsplit

from requests.exceptions import (ConnectionError, ConnectTimeout, ContentDecodingError,
                                 InvalidSchema, InvalidURL, ProxyError, ReadTimeout,
                                 RequestException, SSLError)
from urllib3 import exceptions as reasons

# libcurl's numbers.
_UNSUPPORTED_PROTOCOL, _BAD_URL, _NO_PROXY, _NO_HOST, _NO_CONNECTION = 1, 3, 5, 6, 7
_WEIRD_ANSWER, _HTTP2, _PARTIAL, _REFUSED, _TIMEOUT, _TLS_CONNECT = 8, 16, 18, 23, 28, 35
_NOTHING, _SEND, _RECEIVE, _CERTIFICATE, _PEER, _ENCODING = 52, 55, 56, 58, 60, 61
_CA_FILE, _BAD_PROXY_ANSWER = 77, 97
_TLS = (_TLS_CONNECT, 51, 53, 54, _CERTIFICATE, 59, _PEER, 66, _CA_FILE, 80, 82, 83, 90, 91, 98)


class _Pool:
    """The connections to a host, for messages."""

    def __init__(self, url):
        parts = urlsplit(url)
        self.scheme, self.host = parts.scheme, parts.hostname
        self.port = parts.port or (443 if self.scheme == "https" else 80)

    def __str__(self):
        kind = "HTTPSConnectionPool" if self.scheme == "https" else "HTTPConnectionPool"
        return f"{kind}(host={self.host!r}, port={self.port})"


class _Connection:
    """A connection, for messages."""

    def __init__(self, pool):
        self._kind = "HTTPSConnection" if pool.scheme == "https" else "HTTPConnection"

    def __repr__(self):
        return f"<urllib3.connection.{self._kind} object at 0x{id(self):012x}>"

    __str__ = __repr__


def _after_retries(kind, request, pool, reason):
    return kind(reasons.MaxRetryError(pool, request.path_url, reason), request=request)


def _broken(request, code):
    """ConnectionError of a connection that the peer ended."""
    if code in (errno.ECONNRESET, errno.EPIPE):
        cause = (ConnectionResetError if code == errno.ECONNRESET else BrokenPipeError)(
            code, os.strerror(code))
    else:
        cause = RemoteDisconnected("Remote end closed connection without response")
    return ConnectionError(reasons.ProtocolError("Connection aborted.", cause), request=request)


def read_timeout(transfer, request, seconds):
    """The exception for a server that sends nothing: before the head of the answer, or within."""
    reason = reasons.ReadTimeoutError(_Pool(request.url), request.path_url,
                                      f"Read timed out. (read timeout={seconds})")
    if transfer.has_head:
        return ConnectionError(reason)
    return ReadTimeout(reason, request=request)


def read_timeout_of_body(request, connect_timeout, seconds):
    """The reason when a streamed body stops coming."""
    return reasons.ReadTimeoutError(_Pool(request.url), None, "Read timed out.")


def failure_to_answer(transfer, request, connect_timeout, read_timeout):
    """The exception for a transfer that ended without an answer."""
    result, message = transfer.result, transfer.message
    pool = _Pool(request.url)
    connection = _Connection(pool)
    code = transfer.os_error
    if result == _UNSUPPORTED_PROTOCOL and "HTTP/0.9" not in message:
        return InvalidSchema(f"No connection adapters were found for {request.url!r}")
    if result == _BAD_URL:
        return InvalidURL(f"Failed to parse: {request.url}")
    if result in (_NO_HOST, _NO_CONNECTION, _NO_PROXY):
        if result == _NO_CONNECTION:
            why = f"[Errno {code}] {os.strerror(code)}" if code else message
        else:
            why = "[Errno -2] Name or service not known"
        reason = reasons.NewConnectionError(
            connection, f"Failed to establish a new connection: {why}")
        if result == _NO_PROXY:
            reason = reasons.ProxyError("Cannot connect to proxy.", reason)
            return _after_retries(ProxyError, request, pool, reason)
        return _after_retries(ConnectionError, request, pool, reason)
    if result == _TIMEOUT:
        reason = reasons.ConnectTimeoutError(
            connection,
            f"Connection to {pool.host} timed out. (connect timeout={connect_timeout})")
        return _after_retries(ConnectTimeout, request, pool, reason)
    if result in _TLS:
        return _after_retries(SSLError, request, pool, reasons.SSLError(message))
    if result == _BAD_PROXY_ANSWER or (result == _RECEIVE and "proxy" in message.lower()):
        reason = reasons.ProxyError("Cannot connect to proxy.",
                                    OSError("Tunnel connection failed: " + message))
        return _after_retries(ProxyError, request, pool, reason)
    if result == _ENCODING:
        return ContentDecodingError(message, request=request)
    if result in (_WEIRD_ANSWER, _UNSUPPORTED_PROTOCOL, _HTTP2):
        return ConnectionError(reasons.ProtocolError("Connection aborted.",
                                                     BadStatusLine(message)), request=request)
    if result == _REFUSED:
        _, is_long, line = message.partition(" bytes when reading ")
        cause = LineTooLong(line) if is_long else HTTPException(message)
        return ConnectionError(reasons.ProtocolError("Connection aborted.", cause), request=request)
    if result in (_NOTHING, _SEND, _RECEIVE):
        if result == _RECEIVE and not code and "reset" in message:
            code = errno.ECONNRESET
        return _broken(request, code)
    return RequestException(message, request=request)


def failure_of_body(transfer, headers, wanted):
    """The reason when a body broke off; None when that is no failure: a body that is shorter than
    Content-Length says is taken as it is."""
    result = transfer.result
    if result == _ENCODING:
        return reasons.DecodeError("Received response with content-encoding: "
                                   f"{headers.get('content-encoding')}, but failed to decode it.",
                                   transfer.message)
    if result == _PARTIAL and headers.get("transfer-encoding", "").lower() != "chunked":
        return None
    if result == _PARTIAL:
        cause = _Described("InvalidChunkLength(got length b'', 0 bytes read)")
        return reasons.ProtocolError(f"Connection broken: {cause!r}", cause)
    if result in (_RECEIVE, _NOTHING):
        code = transfer.os_error or errno.ECONNRESET
        cause = ConnectionResetError(code, os.strerror(code))
        return reasons.ProtocolError(f"Connection broken: {cause!r}", cause)
    if result in _TLS:
        return reasons.SSLError(transfer.message)
    return reasons.ProtocolError("Connection broken: " + transfer.message)


class _Described(Exception):
    """Shows as a text."""

    def __repr__(self):
        return self.args[0]
