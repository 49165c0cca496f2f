"""The cookies of sessions and answers: a jar that is used as a dict."""

import time
from collections.abc import MutableMapping
from http import cookiejar, cookies
from urllib.parse import urlparse

from email.message import Message


class MockRequest:
    """A prepared request as cookie jars want it."""

    def __init__(self, request):
        self._request = request
        self._new_headers = {}
        self.type = urlparse(request.url).scheme
        self.unverifiable = False

    def get_full_url(self):
        """The URL, with the host that the Host header names."""
        host = self._request.headers.get("Host")
        if not host:
            return self._request.url
        if isinstance(host, bytes):
            host = host.decode("ascii")
        return urlparse(self._request.url)._replace(netloc=host).geturl()

    def has_header(self, name):
        """Whether the request has a header."""
        return name in self._request.headers or name in self._new_headers

    def get_header(self, name, default=None):
        """The value of a header."""
        return self._request.headers.get(name, self._new_headers.get(name, default))

    def add_unredirected_header(self, name, value):
        """Keeps what the jar adds."""
        self._new_headers[name] = value


class MockResponse:
    """Headers as cookie jars want them."""

    def __init__(self, headers):
        self._headers = headers

    def info(self):
        """The headers."""
        return self._headers


def extract_cookies_to_jar(jar, request, response):
    """Take the cookies that an answer (as the adapter gets it) sets."""
    found = getattr(response, "set_cookie_lines", None)
    if not found:
        return
    headers = Message()
    for line in found:
        headers["Set-Cookie"] = line
    jar.extract_cookies(MockResponse(headers), MockRequest(request))


def get_cookie_header(jar, request):
    """The value of the Cookie header for a request; None."""
    if not len(jar):
        return None
    wanted = MockRequest(request)
    jar.add_cookie_header(wanted)
    return wanted._new_headers.get("Cookie")


def remove_cookie_by_name(cookiejar, name, domain=None, path=None):
    """Drop all cookies of a name."""
    for cookie in list(cookiejar):
        if cookie.name == name and (domain is None or domain == cookie.domain) and (
                path is None or path == cookie.path):
            cookiejar.clear(cookie.domain, cookie.path, cookie.name)


class CookieConflictError(RuntimeError):
    """Several cookies have the name that was asked for."""


class RequestsCookieJar(cookiejar.CookieJar, MutableMapping):
    """A cookie jar that is a dict of values by name, too."""

    def get(self, name, default=None, domain=None, path=None):
        """The value of a cookie."""
        try:
            return self._find_no_duplicates(name, domain, path)
        except KeyError:
            return default

    def set(self, name, value, **kwargs):
        """Set a cookie; with None drop it."""
        if value is None:
            remove_cookie_by_name(self, name, domain=kwargs.get("domain"),
                                  path=kwargs.get("path"))
            return None
        cookie = morsel_to_cookie(value) if isinstance(value, cookies.Morsel) else \
            create_cookie(name, value, **kwargs)
        self.set_cookie(cookie)
        return cookie

    def iterkeys(self):
        """The names."""
        return (cookie.name for cookie in iter(self))

    def itervalues(self):
        """The values."""
        return (cookie.value for cookie in iter(self))

    def iteritems(self):
        """The names and values."""
        return ((cookie.name, cookie.value) for cookie in iter(self))

    def keys(self):
        """The names."""
        return list(self.iterkeys())

    def values(self):
        """The values."""
        return list(self.itervalues())

    def items(self):
        """The names and values."""
        return list(self.iteritems())

    def list_domains(self):
        """The domains."""
        return list(dict.fromkeys(cookie.domain for cookie in self))

    def list_paths(self):
        """The paths."""
        return list(dict.fromkeys(cookie.path for cookie in self))

    def multiple_domains(self):
        """Whether there are several domains with cookies twice."""
        domains = [cookie.domain for cookie in self if cookie.domain is not None]
        return len(domains) != len(set(domains))

    def get_dict(self, domain=None, path=None):
        """A plain dict of the cookies of a domain and a path."""
        return {cookie.name: cookie.value for cookie in self
                if (domain is None or cookie.domain == domain)
                and (path is None or cookie.path == path)}

    def __contains__(self, name):
        try:
            self._find_no_duplicates(name)
        except KeyError:
            return False
        except CookieConflictError:
            return True
        return True

    def __getitem__(self, name):
        return self._find_no_duplicates(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        remove_cookie_by_name(self, name)

    def set_cookie(self, cookie, *args, **kwargs):
        """Take a cookie."""
        value = cookie.value
        if isinstance(value, str) and value.startswith('"') and value.endswith('"'):
            cookie.value = value.replace('\\"', "")
        return super().set_cookie(cookie, *args, **kwargs)

    def update(self, other):
        """Take the cookies of a jar or a dict."""
        if isinstance(other, cookiejar.CookieJar):
            for cookie in other:
                self.set_cookie(_copy_cookie(cookie))
        else:
            super().update(other)

    def _find_no_duplicates(self, name, domain=None, path=None):
        found = None
        for cookie in self:
            if cookie.name == name and (domain is None or cookie.domain == domain) and (
                    path is None or cookie.path == path):
                if found is not None:
                    raise CookieConflictError(f"There are multiple cookies with name, {name!r}")
                found = cookie.value
        if found is None:
            raise KeyError(f"name={name!r}, domain={domain!r}, path={path!r}")
        return found

    def __getstate__(self):
        state = self.__dict__.copy()
        state.pop("_cookies_lock")
        return state

    def __setstate__(self, state):
        import threading
        self.__dict__.update(state)
        self._cookies_lock = threading.RLock()

    def copy(self):
        """Another jar with the same cookies."""
        other = RequestsCookieJar()
        other.set_policy(self._policy)
        other.update(self)
        return other

    def get_policy(self):
        """Who decides which cookies are taken."""
        return self._policy


def _copy_cookie(cookie):
    other = cookiejar.Cookie.__new__(cookiejar.Cookie)
    other.__dict__.update(cookie.__dict__)
    return other


def create_cookie(name, value, **kwargs):
    """A cookie for all hosts, unless a domain is given."""
    settings = {"version": 0, "name": name, "value": value, "port": None, "domain": "",
                "path": "/", "secure": False, "expires": None, "discard": True, "comment": None,
                "comment_url": None, "rest": {"HttpOnly": None}, "rfc2109": False}
    unknown = set(kwargs) - set(settings)
    if unknown:
        raise TypeError("create_cookie() got unexpected keyword arguments: %s" % list(unknown))
    settings.update(kwargs)
    settings["port_specified"] = bool(settings["port"])
    settings["domain_specified"] = bool(settings["domain"])
    settings["domain_initial_dot"] = settings["domain"].startswith(".")
    settings["path_specified"] = bool(settings["path"])
    return cookiejar.Cookie(**settings)


def morsel_to_cookie(morsel):
    """The cookie of a Morsel."""
    expires = None
    if morsel["max-age"]:
        try:
            expires = int(time.time() + int(morsel["max-age"]))
        except ValueError:
            raise TypeError(f"max-age: {morsel['max-age']} must be integer") from None
    elif morsel["expires"]:
        expires = cookiejar.http2time(morsel["expires"])
    return create_cookie(name=morsel.key, value=morsel.value, comment=morsel["comment"],
                         discard=False, domain=morsel["domain"], expires=expires,
                         path=morsel["path"], rest={"HttpOnly": morsel["httponly"]},
                         secure=bool(morsel["secure"]), version=morsel["version"] or 0)


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    """A jar with the cookies of a dict."""
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    if cookie_dict is not None:
        known = [cookie.name for cookie in jar]
        for name in cookie_dict:
            if overwrite or name not in known:
                jar.set_cookie(create_cookie(name, cookie_dict[name]))
    return jar


def merge_cookies(cookiejar, cookies):
    """Add the cookies of a dict or a jar."""
    if isinstance(cookies, dict):
        return cookiejar_from_dict(cookies, cookiejar=cookiejar, overwrite=False)
    try:
        cookiejar.update(cookies)
    except AttributeError:
        for cookie in cookies:
            cookiejar.set_cookie(cookie)
    return cookiejar
