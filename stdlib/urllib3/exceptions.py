"""Exceptions and warnings of urllib3; those of requests hold them as reasons."""


class HTTPError(Exception):
    """Any error."""


class HTTPWarning(Warning):
    """Any warning."""


class SecurityWarning(HTTPWarning):
    """Something is not safe."""


class InsecureRequestWarning(SecurityWarning):
    """The server's certificate was not verified."""


class PoolError(HTTPError):
    """An error with the connections to a host."""

    def __init__(self, pool, message):
        self.pool = pool
        super().__init__("%s: %s" % (pool, message))


class RequestError(PoolError):
    """An error with a request."""

    def __init__(self, pool, url, message):
        self.url = url
        super().__init__(pool, message)


class SSLError(HTTPError):
    """TLS went wrong."""


class ProxyError(HTTPError):
    """A proxy does not do what it should."""

    def __init__(self, message, error, *args):
        super().__init__(message, error, *args)
        self.original_error = error


class DecodeError(HTTPError):
    """A body that cannot be decompressed."""


class ProtocolError(HTTPError):
    """A server does not do what it should."""


class MaxRetryError(RequestError):
    """All attempts failed."""

    def __init__(self, pool, url, reason=None):
        self.reason = reason
        super().__init__(pool, url, "Max retries exceeded with url: %s (Caused by %r)"
                         % (url, reason))


class TimeoutError(HTTPError):
    """It took too long."""


class ReadTimeoutError(TimeoutError, RequestError):
    """The server sent nothing for too long."""


class ConnectTimeoutError(TimeoutError):
    """Connecting took too long."""


class NewConnectionError(ConnectTimeoutError, HTTPError):
    """A connection could not be made."""

    def __init__(self, pool, message):
        self.pool = pool
        super().__init__("%s: %s" % (pool, message))


class LocationParseError(ValueError, HTTPError):
    """A URL that is none."""

    def __init__(self, location):
        super().__init__("Failed to parse: %s" % location)
        self.location = location


class IncompleteRead(ProtocolError):
    """A body that ended too early."""

    def __init__(self, partial, expected):
        super().__init__(partial, expected)
        self.partial, self.expected = partial, expected

    def __repr__(self):
        return "IncompleteRead(%i bytes read, %i more expected)" % (self.partial, self.expected)


class InvalidHeader(HTTPError):
    """A header that is not as it should be."""
