"""How a request becomes an answer: by a transfer of libcurl.

A transfer that is not waited for any more (an exception, a killed fiber) is given up at once, and
its connection closed.
"""

import _curl
import os
from urllib.parse import urldefrag, urlsplit

from requests import _failures
from requests.auth import _basic_auth_str
from requests.cookies import extract_cookies_to_jar
from requests.exceptions import InvalidHeader, InvalidProxyURL
from requests.models import Response
from requests.raw import RawResponse
from requests.structures import CaseInsensitiveDict
from requests.utils import (DEFAULT_CA_BUNDLE_PATH, get_auth_from_url, get_encoding_from_headers,
                            select_proxy)

DEFAULT_POOLBLOCK = False
DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0
DEFAULT_POOL_TIMEOUT = None
# Bytes of a streamed body that may lie waiting.
_STREAM_LIMIT = 256 * 1024
_UPLOAD_BLOCK = 64 * 1024
# Threads whose connections are kept for the next request, an adapter.
_MOST_MULTIS = 8


class BaseAdapter:
    """What sessions send requests with."""

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        """The answer to a prepared request."""
        raise NotImplementedError

    def close(self):
        """Close all connections."""
        raise NotImplementedError


class HTTPAdapter(BaseAdapter):
    """Keeps connections for the next requests. `max_retries` counts attempts to connect."""

    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE,
                 max_retries=DEFAULT_RETRIES, pool_block=DEFAULT_POOLBLOCK):
        self.max_retries = max_retries
        self.config = {}
        self.proxy_manager = {}
        self._pool_connections, self._pool_maxsize = pool_connections, pool_maxsize
        self._pool_block = pool_block
        self._multis = []

    def __getstate__(self):
        return {name: getattr(self, name) for name in
                ("max_retries", "config", "_pool_connections", "_pool_maxsize", "_pool_block")}

    def __setstate__(self, state):
        self.proxy_manager = {}
        self._multis = []
        self.__dict__.update(state)

    def close(self):
        """Close all connections."""
        multis, self._multis = self._multis, []
        for multi in multis:
            multi.close()

    def add_headers(self, request, **kwargs):
        """For subclasses: change the headers just before a request is sent."""

    def proxy_headers(self, proxy):
        """The headers for a proxy."""
        username, password = get_auth_from_url(proxy)
        return {"Proxy-Authorization": _basic_auth_str(username, password)} if username else {}

    def cert_verify(self, conn, url, verify, cert):
        """Fill the options (a dict) that are about TLS."""
        conn["verify"] = bool(verify)
        if url.lower().startswith("https") and verify:
            location = verify if verify is not True else DEFAULT_CA_BUNDLE_PATH
            if not location or not os.path.exists(location):
                raise OSError("Could not find a suitable TLS CA certificate bundle, invalid path: "
                              f"{location}")
            conn["ca_path" if os.path.isdir(location) else "ca_file"] = str(location)
        if cert:
            conn["certificate"], conn["key"] = (cert, cert) if isinstance(cert, str) else cert
            for what, path in (("certificate", conn["certificate"]), ("key", conn["key"])):
                if not os.path.exists(path):
                    raise OSError(f"Could not find the TLS {what} file, invalid path: {path}")

    def _options(self, request, verify, cert, proxies, connect_timeout):
        options = {"headers": _header_lines(request), "connect_timeout": connect_timeout}
        if request.url[:5].lower() == "https" or cert:
            self.cert_verify(options, request.url, verify, cert)
        proxy = select_proxy(request.url, proxies)
        if proxy:
            if "://" not in proxy:
                proxy = "http://" + proxy
            if not urlsplit(proxy).hostname:
                raise InvalidProxyURL("Please check proxy URL. It is malformed and could be "
                                      "missing the host.")
            scheme, _, rest = proxy.partition("://")
            options["proxy"] = scheme + "://" + rest.rpartition("@")[2]
            options["proxy_headers"] = [f"{name}: {value}".encode("latin-1")
                                        for name, value in self.proxy_headers(proxy).items()]
            if not options["proxy_headers"]:
                options["proxy_headers"] = None
        if request._digest is not None:
            options["digest_user"], options["digest_password"] = request._digest
        return options

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        """The answer to a prepared request."""
        connect_timeout, read_timeout = _timeouts(timeout)
        self.add_headers(request, stream=stream, timeout=timeout, verify=verify, cert=cert,
                         proxies=proxies)
        options = self._options(request, verify, cert, proxies, connect_timeout)
        options["once"] = self.config.get("once", False)
        if stream:
            options["limit"] = _STREAM_LIMIT
        else:
            options["decode"] = True
        attempts = self.max_retries if isinstance(self.max_retries, int) else 0
        while True:
            transfer = self._transfer(request, options)
            try:
                self._run(transfer, request, stream, read_timeout)
            except BaseException:
                transfer.abort()
                raise
            if transfer.result and not transfer.connected and attempts > 0:
                attempts -= 1
                continue
            break
        wanted = (request, connect_timeout, read_timeout)
        if transfer.result and not transfer.has_head:
            raise _failures.failure_to_answer(transfer, *wanted)
        raw = RawResponse(transfer, wanted, is_decoded=not stream)
        return self.build_response(request, raw)

    def _transfer(self, request, options):
        body = request.body
        if isinstance(body, str):
            body = body.encode("utf-8")
        elif body is not None and not isinstance(body, bytes):
            if isinstance(body, (bytearray, memoryview)):
                body = bytes(body)
            else:
                length = request.headers.get("Content-Length")
                if length is not None:
                    options["upload_size"] = int(length)
                body = True
        multis = self._multis
        transfer = _curl.Transfer(multis, request.method, urldefrag(request.url)[0], body, options)
        if len(multis) > _MOST_MULTIS:
            # What still runs there goes on to its end.
            multis.pop(0).close()
        return transfer

    def _run(self, transfer, request, stream, read_timeout):
        body = request.body
        if body is not None and not isinstance(body, (str, bytes, bytearray, memoryview)):
            for block in _blocks(body):
                transfer.send(block)
                if not transfer.wait("room", read_timeout):
                    raise _failures.read_timeout(transfer, request, read_timeout)
                if transfer.ended:
                    break
            transfer.send(None)
        if not transfer.wait("head" if stream else "end", read_timeout):
            raise _failures.read_timeout(transfer, request, read_timeout)

    def build_response(self, req, resp):
        """The Response of what the connection gave."""
        response = Response()
        response.status_code = resp.status
        response.headers = resp.headers
        response.encoding = get_encoding_from_headers(response.headers)
        response.raw = resp
        response.reason = resp.reason
        response.url = req.url.decode("utf-8") if isinstance(req.url, bytes) else req.url
        extract_cookies_to_jar(response.cookies, req, resp)
        response.request = req
        response.connection = self
        return response


def _timeouts(timeout):
    if isinstance(timeout, tuple):
        try:
            connect, read = timeout
        except ValueError:
            raise ValueError(f"Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, "
                             "or a single float to set both timeouts to the same value.") from None
    else:
        connect = read = timeout
    for each in (connect, read):
        if each is None:
            continue
        try:
            each = float(each)
        except (TypeError, ValueError):
            raise ValueError(f"Timeout value connect was {each}, but it must be an int, float or "
                             "None.") from None
        if each <= 0:
            raise ValueError("Attempted to set connect timeout to "
                             f"{connect}, but the timeout cannot be set to a value less than or "
                             "equal to 0.")
    return connect, read


def _header_lines(request):
    lines, names = [], set()
    for name, value in request.headers.items():
        if isinstance(value, bytes):
            value = value.decode("latin-1")
        try:
            line = f"{name}: {value}".encode("latin-1")
        except UnicodeEncodeError:
            line = f"{name}: {value}".encode("utf-8")
        if b"\r" in line or b"\n" in line or b"\0" in line:
            raise InvalidHeader(f"Invalid header value {value!r}")
        # An empty value is said otherwise, for libcurl takes `Name:` as a header not to send.
        lines.append(line if value else name.encode("latin-1") + b";")
        names.add(name.lower())
    # What libcurl would add of its own.
    for name in ("accept", "user-agent", "content-type", "expect"):
        if name not in names:
            lines.append(name.encode("ascii") + b":")
    return lines


def _blocks(body):
    if hasattr(body, "read"):
        while block := body.read(_UPLOAD_BLOCK):
            yield block.encode("utf-8") if isinstance(block, str) else block
    else:
        for block in body:
            if block:
                yield block.encode("utf-8") if isinstance(block, str) else block
