"""Requests and answers."""

import datetime
import json as _json
from collections.abc import Mapping
from urllib.parse import urlsplit

from requests.auth import HTTPBasicAuth
from requests.cookies import cookiejar_from_dict, get_cookie_header
from requests.exceptions import (ChunkedEncodingError, ConnectionError, ContentDecodingError,
                                 HTTPError, InvalidJSONError, JSONDecodeError,
                                 StreamConsumedError)
from requests.hooks import default_hooks
from requests.status_codes import codes
from requests.structures import CaseInsensitiveDict
from requests.utils import (check_header_validity, get_auth_from_url, get_encoding_from_headers,
                            guess_encoding, guess_json_utf, iter_slices, parse_header_links,
                            stream_decode_response_unicode, super_len, to_native_string)

REDIRECT_STATI = (301, 302, 303, 307, 308)
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


class RequestHooksMixin:
    """Functions that are called with the answer."""

    def register_hook(self, event, hook):
        """Add a function, or several."""
        if event not in self.hooks:
            raise ValueError(f'Unsupported event specified, with event name "{event}"')
        if callable(hook):
            self.hooks[event].append(hook)
        elif hasattr(hook, "__iter__"):
            self.hooks[event].extend(each for each in hook if callable(each))

    def deregister_hook(self, event, hook):
        """Remove a function; whether it was there."""
        try:
            self.hooks[event].remove(hook)
        except ValueError:
            return False
        return True


class Request(RequestHooksMixin):
    """What a program asks for."""

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None,
                 auth=None, cookies=None, hooks=None, json=None):
        self.hooks = default_hooks()
        for event, hook in (hooks or {}).items():
            self.register_hook(event=event, hook=hook)
        self.method, self.url = method, url
        self.headers = {} if headers is None else headers
        self.files = [] if files is None else files
        self.data = [] if data is None else data
        self.json = json
        self.params = {} if params is None else params
        self.auth, self.cookies = auth, cookies

    def __repr__(self):
        return f"<Request [{self.method}]>"

    def prepare(self):
        """The request as it is sent."""
        prepared = PreparedRequest()
        prepared.prepare(method=self.method, url=self.url, headers=self.headers, files=self.files,
                         data=self.data, json=self.json, params=self.params, auth=self.auth,
                         cookies=self.cookies, hooks=self.hooks)
        return prepared


class PreparedRequest(RequestHooksMixin):
    """A request as it is sent."""

    _digest = None  # (name, password)

    def __init__(self):
        self.method = self.url = self.headers = self._cookies = self.body = None
        self.hooks = default_hooks()
        self._body_position = None

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None,
                auth=None, cookies=None, hooks=None, json=None):
        """Set all of it."""
        self.prepare_method(method)
        self.prepare_url(url, params)
        self.prepare_headers(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth, url)
        self.prepare_hooks(hooks)

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"

    def copy(self):
        """Another one that is equal."""
        other = PreparedRequest()
        other.method, other.url = self.method, self.url
        other.headers = self.headers.copy() if self.headers is not None else None
        other._cookies = self._cookies.copy() if self._cookies is not None else None
        other.body, other.hooks = self.body, self.hooks
        other._body_position, other._digest = self._body_position, self._digest
        return other

    @property
    def path_url(self):
        """The path and the query."""
        parts = urlsplit(self.url)
        return (parts.path or "/") + ("?" + parts.query if parts.query else "")

    def prepare_method(self, method):
        """Set the method."""
        self.method = to_native_string(method.upper()) if method is not None else None

    def prepare_url(self, url, params):
        """Set the URL."""
        from requests._preparation import prepared_url
        self.url = prepared_url(url, params)

    def prepare_headers(self, headers):
        """Set the headers."""
        self.headers = CaseInsensitiveDict()
        for header in (headers or {}).items():
            check_header_validity(header)
            self.headers[to_native_string(header[0])] = header[1]

    def prepare_body(self, data, files, json=None):
        """Set the body and the headers about it."""
        from requests._preparation import encoded_files, encoded_parameters
        body = content_type = None
        if not data and json is not None:
            content_type = "application/json"
            try:
                body = _json.dumps(json, allow_nan=False)
            except ValueError as problem:
                raise InvalidJSONError(problem, request=self) from None
            body = body.encode("utf-8")
        is_stream = hasattr(data, "__iter__") and not isinstance(data, (str, bytes, list, tuple,
                                                                        Mapping))
        if is_stream:
            body = data
            if getattr(body, "tell", None) is not None:
                try:
                    self._body_position = body.tell()
                except OSError:
                    self._body_position = object()
            if files:
                raise NotImplementedError("Streamed bodies and files are mutually exclusive.")
            length = super_len(data)
            if length:
                self.headers["Content-Length"] = str(length)
            else:
                self.headers["Transfer-Encoding"] = "chunked"
        else:
            if files:
                body, content_type = encoded_files(files, data)
            elif data:
                body = encoded_parameters(data)
                if isinstance(data, (str, bytes)) or hasattr(data, "read"):
                    content_type = None
                else:
                    content_type = "application/x-www-form-urlencoded"
            self.prepare_content_length(body)
            if content_type and "content-type" not in self.headers:
                self.headers["Content-Type"] = content_type
        self.body = body

    def prepare_content_length(self, body):
        """Set Content-Length."""
        if body is not None:
            length = super_len(body)
            if length:
                self.headers["Content-Length"] = str(length)
        elif self.method not in ("GET", "HEAD") and self.headers.get("Content-Length") is None:
            self.headers["Content-Length"] = "0"

    def prepare_auth(self, auth, url=""):
        """Let `auth` change the request; by default as the URL says."""
        if auth is None:
            from_url = get_auth_from_url(self.url)
            auth = from_url if any(from_url) else None
        if not auth:
            return
        if isinstance(auth, tuple) and len(auth) == 2:
            auth = HTTPBasicAuth(*auth)
        changed = auth(self)
        self.__dict__.update(changed.__dict__)
        self.prepare_content_length(self.body)

    def prepare_cookies(self, cookies):
        """Set the Cookie header."""
        if cookies is None or isinstance(cookies, dict):
            cookies = cookiejar_from_dict(cookies)
        self._cookies = cookies
        header = get_cookie_header(cookies, self)
        if header is not None:
            self.headers["Cookie"] = header

    def prepare_hooks(self, hooks):
        """Add hooks."""
        for event in hooks or ():
            self.register_hook(event, hooks[event])


class Response:
    """An answer."""

    __attrs__ = ["_content", "status_code", "url", "headers", "history", "encoding", "reason",
                 "cookies", "elapsed", "request"]

    def __init__(self):
        self._content = False
        self._content_consumed = False
        self._next = None
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.raw = self.url = self.encoding = self.reason = self.request = None
        self.history = []
        self.cookies = cookiejar_from_dict({})
        self.elapsed = datetime.timedelta(0)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getstate__(self):
        if not self._content_consumed:
            self.content
        return {name: getattr(self, name, None) for name in self.__attrs__}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._content_consumed = True
        self.raw = None

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    __nonzero__ = __bool__

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        """Whether the status is below 400."""
        try:
            self.raise_for_status()
        except HTTPError:
            return False
        return True

    @property
    def is_redirect(self):
        """Whether it sends one elsewhere."""
        return "location" in self.headers and self.status_code in REDIRECT_STATI

    @property
    def is_permanent_redirect(self):
        """Whether it sends one elsewhere for ever."""
        return "location" in self.headers and self.status_code in (codes.moved_permanently,
                                                                   codes.permanent_redirect)

    @property
    def next(self):
        """The request that would follow the redirection; None."""
        return self._next

    @property
    def apparent_encoding(self):
        """The character set that the content is probably in."""
        return guess_encoding(self.content)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The content in pieces of at most `chunk_size` bytes; None: as they come."""
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")
        if self._content_consumed:
            pieces = iter_slices(self._content, chunk_size)
        else:
            pieces = self._pieces(chunk_size)
        return stream_decode_response_unicode(pieces, self) if decode_unicode else pieces

    def _pieces(self, chunk_size):
        from urllib3.exceptions import (DecodeError, ProtocolError, ReadTimeoutError, SSLError)
        from requests.exceptions import SSLError as RequestsSSLError
        try:
            if hasattr(self.raw, "stream"):
                yield from self.raw.stream(chunk_size, decode_content=True)
            else:
                while piece := self.raw.read(chunk_size):
                    yield piece
        except ProtocolError as problem:
            raise ChunkedEncodingError(problem) from None
        except DecodeError as problem:
            raise ContentDecodingError(problem) from None
        except ReadTimeoutError as problem:
            raise ConnectionError(problem) from None
        except SSLError as problem:
            raise RequestsSSLError(problem) from None
        self._content_consumed = True

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        """The content in lines."""
        pending = None
        for piece in self.iter_content(chunk_size=chunk_size, decode_unicode=decode_unicode):
            if pending is not None:
                piece = pending + piece
            lines = piece.split(delimiter) if delimiter else piece.splitlines()
            if lines and lines[-1] and piece and lines[-1][-1] == piece[-1]:
                pending = lines.pop()
            else:
                pending = None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def content(self):
        """The whole content, as bytes."""
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError("The content for this response was already consumed")
            if self.status_code == 0 or self.raw is None:
                self._content = None
            else:
                self._content = b"".join(self._pieces(CONTENT_CHUNK_SIZE)) or b""
        self._content_consumed = True
        return self._content

    @property
    def text(self):
        """The whole content, as text in `encoding`."""
        if not self.content:
            return ""
        encoding = self.encoding
        if encoding is None:
            encoding = self.apparent_encoding
        try:
            return str(self.content, encoding, errors="replace")
        except (LookupError, TypeError):
            return str(self.content, errors="replace")

    def json(self, **kwargs):
        """The content, as what JSON it is."""
        if not self.encoding and self.content and len(self.content) > 3:
            encoding = guess_json_utf(self.content)
            if encoding is not None:
                try:
                    return _json.loads(self.content.decode(encoding), **kwargs)
                except UnicodeDecodeError:
                    pass
                except _json.JSONDecodeError as problem:
                    raise JSONDecodeError(problem.msg, problem.doc, problem.pos) from None
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as problem:
            raise JSONDecodeError(problem.msg, problem.doc, problem.pos) from None

    @property
    def links(self):
        """The links of the Link header, by relation or URL."""
        header = self.headers.get("link")
        if not header:
            return {}
        return {link.get("rel") or link.get("url"): link for link in parse_header_links(header)}

    def raise_for_status(self):
        """HTTPError for a status of 400 and more."""
        reason = self.reason
        if isinstance(reason, bytes):
            try:
                reason = reason.decode("utf-8")
            except UnicodeDecodeError:
                reason = reason.decode("iso-8859-1")
        if 400 <= self.status_code < 600:
            whose = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {whose} Error: {reason} for url: {self.url}",
                            response=self)

    def close(self):
        """Give the connection back, or up if the content was not read."""
        if not self._content_consumed and self.raw is not None:
            self.raw.close()
        release = getattr(self.raw, "release_conn", None)
        if release is not None:
            release()
