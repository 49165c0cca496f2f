"""Opening URLs: urlopen(), openers made of handlers, and what handlers there are.

An opener asks its handlers in three rounds, by the names of their methods: PROTOCOL_request
changes the request, PROTOCOL_open opens it, PROTOCOL_response looks at the answer; PROTOCOL_error
and its kin deal with answers that are no success. In each round handlers come in the order of
handler_order. Connections are http.client's, one a request; waiting is the sockets'.
"""

import base64
import bisect
import http.client
import io
import os
import re
import socket
import sys
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unwrap, urljoin, urlparse, urlsplit
from urllib.response import addinfourl

__all__ = ["Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler",
           "HTTPRedirectHandler", "HTTPCookieProcessor", "ProxyHandler", "HTTPPasswordMgr",
           "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth",
           "AbstractBasicAuthHandler", "HTTPBasicAuthHandler", "ProxyBasicAuthHandler",
           "AbstractDigestAuthHandler", "HTTPDigestAuthHandler", "ProxyDigestAuthHandler",
           "HTTPHandler", "FileHandler", "DataHandler", "UnknownHandler", "HTTPErrorProcessor",
           "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname",
           "getproxies", "urlretrieve", "urlcleanup", "HTTPSHandler"]

__version__ = "%d.%d" % sys.version_info[:2]

_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, cafile=None, capath=None,
            cadefault=False, context=None):
    """Open a URL or a Request; the answer is read as a file."""
    global _opener
    if cafile or capath or cadefault:
        import ssl
        import warnings
        warnings.warn("cafile, capath and cadefault are deprecated, use a custom context instead.",
                      DeprecationWarning, 2)
        if context is not None:
            raise ValueError("You can't pass both context and any of cafile, capath, and "
                             "cadefault")
        context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=cafile,
                                             capath=capath)
    if context is not None:
        opener = build_opener(HTTPSHandler(context=context))
    elif _opener is None:
        _opener = opener = build_opener()
    else:
        opener = _opener
    return opener.open(url, data, timeout)


def install_opener(opener):
    """Let urlopen() use an opener."""
    global _opener
    _opener = opener


_temporary_files = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy what is at a URL into a file: (file name, headers)."""
    scheme, _, path = url.partition(":")
    with urlopen(url, data) as source:
        headers = source.info()
        if scheme == "file" and not filename:
            return os.path.normpath(urlsplit(url).path), headers
        if filename:
            target = open(filename, "wb")
        else:
            import tempfile
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary_files.append(filename)
        with target:
            size = int(headers["Content-Length"]) if "content-length" in headers else -1
            block, got, count = 1024 * 8, 0, 0
            if reporthook:
                reporthook(count, block, size)
            while piece := source.read(block):
                got += len(piece)
                target.write(piece)
                count += 1
                if reporthook:
                    reporthook(count, block, size)
    if 0 <= got < size:
        raise ContentTooShortError("retrieval incomplete: got only %i out of %i bytes"
                                   % (got, size), (filename, headers))
    return filename, headers


def urlcleanup():
    """Remove the files urlretrieve() has made."""
    global _opener
    for name in _temporary_files:
        try:
            os.unlink(name)
        except OSError:
            pass
    _temporary_files.clear()
    _opener = None


_port = re.compile(r":\d+$", re.ASCII)


def request_host(request):
    """The host of a request in lower case, without port."""
    host = urlparse(request.full_url)[1] or request.get_header("Host", "")
    return _port.sub("", host, 1).lower()


class Request:
    """What is asked for: URL, headers, data and a method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False,
                 method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        """The URL, with its fragment."""
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url, has_fragment, fragment = unwrap(url).partition("#")
        self._full_url, self.fragment = url, fragment if has_fragment else None
        scheme, colon, rest = url.partition(":")
        if not colon or not re.fullmatch("[^/:]+", scheme):
            raise ValueError("unknown url type: %r" % self.full_url)
        self.type = scheme.lower()
        if rest.startswith("//"):
            host, slash, path = rest[2:].partition("/")
            if not slash and "?" in host:
                host, slash, path = host.partition("?")
                path = "?" + path
                self.selector = "/" + path
            else:
                self.selector = slash + path
            self.host = unquote(host) if host else host
        else:
            self.host, self.selector = None, rest

    @full_url.deleter
    def full_url(self):
        self._full_url = self.fragment = None
        self.selector = ""

    @property
    def data(self):
        """The body."""
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            # What was said of the length holds no more.
            if self.has_header("Content-length"):
                self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        """The method: POST when there is data."""
        return getattr(self, "method", "POST" if self.data is not None else "GET")

    def get_full_url(self):
        """The URL, with its fragment."""
        return self.full_url

    def set_proxy(self, host, type):
        """Send the request to a proxy."""
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        """Whether the request goes to a proxy."""
        return self.selector == self.full_url

    def add_header(self, key, val):
        """Set a header."""
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """Set a header that is not sent again after a redirection."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        """Whether a header is set."""
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        """The value of a header."""
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        """Drop a header."""
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        """All headers."""
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Opens URLs by its handlers."""

    def __init__(self):
        self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        """Add a handler."""
        if not hasattr(handler, "add_parent"):
            raise TypeError("expected BaseHandler instance, got %r" % type(handler))
        found = False
        for name in dir(handler):
            if name in ("redirect_request", "do_open", "proxy_open"):
                continue  # these are not what they look like
            protocol, underscore, condition = name.partition("_")
            if condition.startswith("error"):
                kind = condition.partition("_")[2] or condition[len("error"):]
                kind = int(kind) if kind.isdigit() else kind
                place = self.handle_error.setdefault(protocol, {}).setdefault(kind, [])
            elif condition == "open":
                place = self.handle_open.setdefault(protocol, [])
            elif condition == "response":
                place = self.process_response.setdefault(protocol, [])
            elif condition == "request":
                place = self.process_request.setdefault(protocol, [])
            else:
                continue
            bisect.insort(place, handler)
            found = True
        if found:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        """For programs that call it."""

    def _call_chain(self, chain, kind, method, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, method)(*args)
            if result is not None:
                return result
        return None

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Open a URL or a Request."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for handler in self.process_request.get(protocol, ()):
            request = getattr(handler, protocol + "_request")(request)
        response = self._open(request, data)
        for handler in self.process_response.get(protocol, ()):
            response = getattr(handler, protocol + "_response")(request, response)
        return response

    def _open(self, request, data=None):
        for kind, method in (("default", "default_open"),
                             (request.type, request.type + "_open"),
                             ("unknown", "unknown_open")):
            result = self._call_chain(self.handle_open, kind, method, request)
            if result:
                return result
        return None

    def error(self, proto, *args):
        """Pass an answer that is no success to those who deal with it."""
        is_http = proto in ("http", "https")
        if is_http:
            # https is dealt with as http is.
            chains = self.handle_error.get("http", {})
            code = args[2]
            result = self._call_chain(chains, code, "http_error_%s" % code, *args)
        else:
            result = self._call_chain(self.handle_error, proto, proto + "_error", *args)
        if result or not is_http:
            return result
        return self._call_chain(chains, "default", "http_error_default", *args)


def build_opener(*handlers):
    """An opener with the usual handlers and these; one of a usual class replaces it."""
    opener = OpenerDirector()
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler,
             HTTPRedirectHandler, FileHandler, HTTPErrorProcessor, DataHandler, HTTPSHandler]
    for kind in usual:
        replaced = any(issubclass(each, kind) if isinstance(each, type) else
                       isinstance(each, kind) for each in handlers)
        if not replaced:
            opener.add_handler(kind())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


class BaseHandler:
    """A handler; smaller handler_order comes first."""

    handler_order = 500

    def add_parent(self, parent):
        """The opener."""
        self.parent = parent

    def close(self):
        """For programs that call it."""

    def __lt__(self, other):
        if not hasattr(other, "handler_order"):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Passes answers that are no success on."""

    handler_order = 1000

    def http_response(self, request, response):
        """The answer, if it is a success."""
        if not 200 <= response.code < 300:
            response = self.parent.error("http", request, response, response.code, response.msg,
                                         response.info())
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises HTTPError."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        """Nobody else has dealt with it."""
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Follows redirections."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = ("The HTTP server returned a redirect error that would lead to an infinite loop.\n"
               "The last 30x error message was:\n")

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request that follows; HTTPError when none may."""
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD")
                or code in (301, 302, 303) and method == "POST"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items()
                if name.lower() not in ("content-length", "content-type")}
        return Request(newurl.replace(" ", "%20"), headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        """Follow a redirection."""
        if "location" in headers:
            newurl = headers["location"]
        elif "uri" in headers:
            newurl = headers["uri"]
        else:
            return None
        parts = urlparse(newurl)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(newurl, code, "%s - Redirection to url '%s' is not allowed"
                            % (msg, newurl), headers, fp)
        if not parts.path and parts.netloc:
            newurl = parts._replace(path="/").geturl()
        newurl = urljoin(req.full_url, quote(newurl, encoding="iso-8859-1",
                                             safe="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return None
        visited = new.redirect_dict = getattr(req, "redirect_dict", {})
        if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[newurl] = visited.get(newurl, 0) + 1
        req.redirect_dict = visited
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    """Sends requests to proxies: those given, or those of the environment."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        self.proxies = proxies
        for type, url in proxies.items():
            type = type.lower()
            setattr(self, "%s_open" % type,
                    lambda request, proxy=url, type=type: self.proxy_open(request, proxy, type))

    def proxy_open(self, req, proxy, type):
        """Send a request to a proxy."""
        original = req.type
        if "://" not in proxy:
            proxy = type + "://" + proxy
        parts = urlsplit(proxy)
        if req.host and proxy_bypass(req.host):
            return None
        if parts.username and parts.password:
            pair = "%s:%s" % (unquote(parts.username), unquote(parts.password))
            req.add_header("Proxy-authorization",
                           "Basic " + base64.b64encode(pair.encode()).decode("ascii"))
        req.set_proxy(unquote(parts.netloc.rpartition("@")[2]), parts.scheme)
        if original == parts.scheme or original == "https":
            return None
        return self.parent.open(req, timeout=req.timeout)


def getproxies():
    """The proxies that the environment names, by scheme."""
    proxies = {}
    # Names in small letters count for more.
    for name, value in sorted(os.environ.items(), key=lambda item: item[0].islower()):
        if name.lower().endswith("_proxy") and value:
            proxies[name.lower()[:-6]] = value
    if "REQUEST_METHOD" in os.environ:
        proxies.pop("http", None)  # a CGI program's HTTP_PROXY is the client's header
    return proxies


getproxies_environment = getproxies


def proxy_bypass(host, proxies=None):
    """Whether no_proxy names a host."""
    named = (getproxies() if proxies is None else proxies).get("no", "")
    if named == "*":
        return True
    host = host.lower()
    bare = _port.sub("", host)
    for each in named.split(","):
        each = each.strip().lstrip(".").lower()
        if each and (each in (host, bare) or bare.endswith("." + each)
                     or host.endswith("." + each)):
            return True
    return False


proxy_bypass_environment = proxy_bypass


class HTTPCookieProcessor(BaseHandler):
    """Keeps cookies and gives them back."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            import http.cookiejar
            cookiejar = http.cookiejar.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        """Give a request its cookies."""
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        """Take the cookies of an answer."""
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request = http_request
    https_response = http_response


class UnknownHandler(BaseHandler):
    """Refuses what nobody opens."""

    def unknown_open(self, req):
        """Nobody else has opened it."""
        raise URLError("unknown url type: %s" % req.type)


class AbstractHTTPHandler(BaseHandler):
    """Requests over connections of http.client."""

    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def set_http_debuglevel(self, level):
        """From 1 on what is sent and got is printed."""
        self._debuglevel = level

    def do_request_(self, request):
        """Give a request the headers it lacks."""
        host = request.host
        if not host:
            raise URLError("no host given")
        if request.data is not None:
            data = request.data
            if isinstance(data, str):
                raise TypeError("POST data should be bytes, an iterable of bytes, or a file "
                                "object. It cannot be of type str.")
            if not request.has_header("Content-type"):
                request.add_unredirected_header("Content-type",
                                                "application/x-www-form-urlencoded")
            if not request.has_header("Content-length") and \
                    not request.has_header("Transfer-encoding"):
                length = http.client.HTTPConnection._get_content_length(data,
                                                                        request.get_method())
                if length is not None:
                    request.add_unredirected_header("Content-length", str(length))
                else:
                    request.add_unredirected_header("Transfer-encoding", "chunked")
        if request.has_proxy():
            host = urlsplit(request.selector).netloc or host
        if not request.has_header("Host"):
            request.add_unredirected_header("Host", host)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """The answer to a request."""
        if not req.host:
            raise URLError("no host given")
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update({name: value for name, value in req.headers.items()
                        if name not in headers})
        # A connection serves one request.
        headers["Connection"] = "close"
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            tunnel_headers = {}
            if "Proxy-Authorization" in headers:
                tunnel_headers["Proxy-Authorization"] = headers.pop("Proxy-Authorization")
            connection.set_tunnel(req._tunnel_host, headers=tunnel_headers)
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header("Transfer-encoding"))
            except OSError as problem:
                raise URLError(problem) from problem
            response = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        # The answer holds the socket from here on.
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        # What the handlers call msg is the reason.
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    """http:"""

    def http_open(self, req):
        """The answer to a request."""
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    """https:"""

    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        super().__init__(debuglevel)
        self._context, self._check_hostname = context, check_hostname

    def https_open(self, req):
        """The answer to a request."""
        return self.do_open(http.client.HTTPSConnection, req, context=self._context,
                            check_hostname=self._check_hostname)

    https_request = AbstractHTTPHandler.do_request_


class DataHandler(BaseHandler):
    """data:"""

    def data_open(self, req):
        """What the URL itself says."""
        import email
        kind, comma, data = req.full_url.partition(":")[2].partition(",")
        if not comma:
            raise ValueError("not enough values to unpack (expected 2, got 1)")
        from urllib.parse import unquote_to_bytes
        data = unquote_to_bytes(data)
        if kind.endswith(";base64"):
            data = base64.decodebytes(data)
            kind = kind[:-7]
        headers = email.message_from_string("Content-type: %s\nContent-length: %d\n" % (
            kind or "text/plain;charset=US-ASCII", len(data)))
        return addinfourl(io.BytesIO(data), headers, req.full_url)


class FileHandler(BaseHandler):
    """file:"""

    def file_open(self, req):
        """A file of this machine."""
        if req.selector[:2] == "//" and req.selector[2:3] != "/" and req.host and \
                req.host != "localhost":
            raise URLError("file:// scheme is supported only on localhost")
        return self.open_local_file(req)

    def open_local_file(self, req):
        """A file of this machine."""
        import email
        import email.utils
        import mimetypes
        if req.host and req.host != "localhost":
            raise URLError("file not on local host")
        path = url2pathname(req.selector)
        try:
            status = os.stat(path)
            headers = email.message_from_string(
                "Content-type: %s\nContent-length: %d\nLast-modified: %s\n" % (
                    mimetypes.guess_type(req.selector)[0] or "text/plain", status.st_size,
                    email.utils.formatdate(status.st_mtime, usegmt=True)))
            return addinfourl(open(path, "rb"), headers, "file://" + req.selector)
        except OSError as problem:
            raise URLError(problem) from problem


def url2pathname(pathname):
    """The path in the file system of the path of a URL."""
    return unquote(pathname)


def pathname2url(pathname):
    """The path of a URL of a path in the file system."""
    return quote(pathname)


from urllib._authentication import (  # noqa: E402  (they are handlers)
    AbstractBasicAuthHandler, AbstractDigestAuthHandler, HTTPBasicAuthHandler,
    HTTPDigestAuthHandler, HTTPPasswordMgr, HTTPPasswordMgrWithDefaultRealm,
    HTTPPasswordMgrWithPriorAuth, ProxyBasicAuthHandler, ProxyDigestAuthHandler)
