"""What may go wrong with requests."""

from json import JSONDecodeError as _JSONDecodeError


class RequestException(IOError):
    """Any error of this package; has the request and the answer if there is one."""

    def __init__(self, *args, **kwargs):
        response = kwargs.pop("response", None)
        self.response = response
        self.request = kwargs.pop("request", None)
        if response is not None and not self.request and hasattr(response, "request"):
            self.request = response.request
        super().__init__(*args, **kwargs)


class InvalidJSONError(RequestException):
    """JSON that is none."""


class JSONDecodeError(InvalidJSONError, _JSONDecodeError):
    """An answer that is no JSON."""

    def __init__(self, *args, **kwargs):
        _JSONDecodeError.__init__(self, *args)
        InvalidJSONError.__init__(self, *self.args, **kwargs)


class HTTPError(RequestException):
    """An answer that is no success."""


class ConnectionError(RequestException):
    """A connection could not be made, or broke."""


class ProxyError(ConnectionError):
    """A proxy does not do what it should."""


class SSLError(ConnectionError):
    """TLS went wrong."""


class Timeout(RequestException):
    """It took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """Connecting took too long."""


class ReadTimeout(Timeout):
    """The server sent nothing for too long."""


class URLRequired(RequestException):
    """A request needs a URL."""


class TooManyRedirects(RequestException):
    """Redirections without end."""


class MissingSchema(RequestException, ValueError):
    """A URL without http:// or https://."""


class InvalidSchema(RequestException, ValueError):
    """A URL of a kind that nothing here is for."""


class InvalidURL(RequestException, ValueError):
    """A URL that is none."""


class InvalidHeader(RequestException, ValueError):
    """A header that cannot be sent."""


class InvalidProxyURL(InvalidURL):
    """The URL of a proxy that is none."""


class ChunkedEncodingError(RequestException):
    """A chunked answer broke off."""


class ContentDecodingError(RequestException):
    """An answer that cannot be decompressed."""


class StreamConsumedError(RequestException, TypeError):
    """The body has been read already."""


class RetryError(RequestException):
    """All attempts failed."""


class UnrewindableBodyError(RequestException):
    """A body that would have to be sent again cannot be."""


class RequestsWarning(Warning):
    """Any warning of this package."""


class FileModeWarning(RequestsWarning, DeprecationWarning):
    """A file was opened as text where bytes are sent."""


class RequestsDependencyWarning(RequestsWarning):
    """Packages that do not fit."""
