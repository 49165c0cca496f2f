"""Cookies as a client keeps them: taken from answers, given to requests they are for.

A request here is anything with get_full_url(), has_header(), unverifiable and
add_unredirected_header(); an answer is anything with info().get_all().
"""

import re
import threading
import time
import urllib.parse
from email.utils import mktime_tz, parsedate_tz

__all__ = ["Cookie", "CookieJar", "CookiePolicy", "DefaultCookiePolicy", "FileCookieJar",
           "LWPCookieJar", "LoadError", "MozillaCookieJar"]

DEFAULT_HTTP_PORT = "80"
_address = re.compile(r"\.\d+\Z")


class LoadError(OSError):
    """A file that holds no cookies."""


def http2time(text):
    """Seconds since 1970 of a date; None."""
    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    try:
        return float(mktime_tz(parsed))
    except (OverflowError, ValueError):
        return None


def time2isoz(t=None):
    """A date as `1994-11-24 08:49:37Z`."""
    return time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime(t))


def request_host(request):
    """The host of a request in lower case."""
    host = urllib.parse.urlsplit(request.get_full_url()).hostname or request.get_header("Host", "")
    return host.lower()


def eff_request_host(request):
    """The host and what cookies know it as: a name without a dot gets .local."""
    host = request_host(request)
    return host, host if "." in host or ":" in host else host + ".local"


def request_path(request):
    """The path of a request."""
    path = urllib.parse.urlsplit(request.get_full_url()).path
    return path if path.startswith("/") else "/" + path


def request_port(request):
    """The port of a request as text."""
    port = urllib.parse.urlsplit(request.get_full_url()).port
    return str(port) if port is not None else DEFAULT_HTTP_PORT


def domain_match(host, domain):
    """Whether a host is the domain or lies in it."""
    host, domain = host.lower(), domain.lower()
    if host == domain:
        return True
    if _address.search(host) or not domain.startswith("."):
        return False
    return host.endswith(domain) or "." + host == domain


class Cookie:
    """A cookie with all that is known of it."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified,
                 domain_initial_dot, path, path_specified, secure, expires, discard, comment,
                 comment_url, rest, rfc2109=False):
        self.version = int(version) if version is not None else None
        self.name, self.value = name, value
        self.port, self.port_specified = port, port_specified
        self.domain = domain.lower()
        self.domain_specified, self.domain_initial_dot = domain_specified, domain_initial_dot
        self.path, self.path_specified = path, path_specified
        self.secure = secure
        self.expires = int(float(expires)) if expires is not None else None
        self.discard = discard
        self.comment, self.comment_url = comment, comment_url
        self.rfc2109 = rfc2109
        self._rest = dict(rest)

    def has_nonstandard_attr(self, name):
        """Whether it came with such an attribute."""
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        """The value of an attribute it came with."""
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        """Add an attribute."""
        self._rest[name] = value

    def is_expired(self, now=None):
        """Whether its time is over."""
        if now is None:
            now = time.time()
        return self.expires is not None and self.expires <= now

    def __str__(self):
        port = ":" + self.port if self.port else ""
        text = "%s=%s" % (self.name, self.value) if self.value is not None else self.name
        return "<Cookie %s for %s>" % (text, self.domain + port + self.path)

    def __repr__(self):
        names = ("version", "name", "value", "port", "port_specified", "domain",
                 "domain_specified", "domain_initial_dot", "path", "path_specified", "secure",
                 "expires", "discard", "comment", "comment_url")
        fields = ["%s=%r" % (name, getattr(self, name)) for name in names]
        fields.append("rest=%r" % self._rest)
        fields.append("rfc2109=%r" % self.rfc2109)
        return "%s(%s)" % (self.__class__.__name__, ", ".join(fields))


class CookiePolicy:
    """Decides which cookies are taken and given."""

    netscape, rfc2965, hide_cookie2 = True, False, False

    def set_ok(self, cookie, request):
        """Whether to take it."""
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        """Whether to give it."""
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        """Whether to look at cookies of the domain."""
        return True

    def path_return_ok(self, path, request):
        """Whether to look at cookies of the path."""
        return True


class DefaultCookiePolicy(CookiePolicy):
    """What browsers do, with lists of domains that are blocked or the only ones allowed."""

    DomainStrictNoDots, DomainStrictNonDomain, DomainRFC2965Match = 1, 2, 4
    DomainLiberal, DomainStrict = 0, 3

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False,
                 rfc2109_as_netscape=None, hide_cookie2=False, strict_domain=False,
                 strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False,
                 strict_ns_domain=0, strict_ns_set_initial_dollar=False, strict_ns_set_path=False,
                 secure_protocols=("https", "wss")):
        self.netscape, self.rfc2965, self.hide_cookie2 = netscape, rfc2965, hide_cookie2
        self.strict_domain, self.strict_ns_domain = strict_domain, strict_ns_domain
        self.secure_protocols = secure_protocols
        self.set_blocked_domains(blocked_domains or ())
        self.set_allowed_domains(allowed_domains)

    def blocked_domains(self):
        """The domains that are blocked."""
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        """Replace the domains that are blocked."""
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        """Whether the domain is blocked."""
        return any(_matches(domain, each) for each in self._blocked_domains)

    def allowed_domains(self):
        """The only domains allowed; None: all."""
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        """Replace the only domains allowed."""
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        """Whether other domains are allowed only."""
        return self._allowed_domains is not None and not any(
            _matches(domain, each) for each in self._allowed_domains)

    def set_ok(self, cookie, request):
        """Whether to take it."""
        if self.is_blocked(cookie.domain) or self.is_not_allowed(cookie.domain):
            return False
        host, effective = eff_request_host(request)
        if cookie.domain_specified:
            bare = cookie.domain.lstrip(".")
            if "." not in bare and bare != "local":
                return False
            if not (domain_match(host, cookie.domain) or domain_match(effective, cookie.domain)):
                return False
        if cookie.port_specified and request_port(request) not in cookie.port.split(","):
            return False
        return True

    def return_ok(self, cookie, request):
        """Whether to give it."""
        host, effective = eff_request_host(request)
        if cookie.secure and \
                urllib.parse.urlsplit(request.get_full_url()).scheme not in self.secure_protocols:
            return False
        if cookie.is_expired() or self.is_blocked(cookie.domain) or \
                self.is_not_allowed(cookie.domain):
            return False
        if cookie.port and request_port(request) not in cookie.port.split(","):
            return False
        if not cookie.domain_specified and cookie.domain not in ("", host, effective):
            return False
        if cookie.domain and not (domain_match(host, cookie.domain)
                                  or domain_match(effective, cookie.domain)):
            return False
        return self.path_return_ok(cookie.path, request)

    def path_return_ok(self, path, request):
        """Whether to look at cookies of the path."""
        asked = request_path(request)
        if asked == path:
            return True
        return asked.startswith(path) and (path.endswith("/") or asked[len(path)] == "/")


def _matches(domain, pattern):
    if pattern.startswith("."):
        return domain.endswith(pattern) or domain == pattern[1:]
    return domain == pattern


def parse_ns_headers(headers):
    """The name, value and attributes of each Set-Cookie header."""
    result = []
    for header in headers:
        pairs = []
        for at, part in enumerate(header.split(";")):
            key, equals, value = part.strip().partition("=")
            key, value = key.rstrip(), value.strip() if equals else None
            if at == 0:
                if not key:
                    break
            elif not key:
                continue
            else:
                key = key.lower()
                if value is not None:
                    value = value.strip('"') if value[:1] == value[-1:] == '"' else value
            pairs.append((key, value))
        if pairs:
            result.append(pairs)
    return result


class CookieJar:
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        """Who decides from now on."""
        self._policy = policy

    def _cookies_for_request(self, request):
        found = []
        for domain, paths in self._cookies.items():
            if self._policy.domain_return_ok(domain, request):
                for cookies in paths.values():
                    found.extend(cookie for cookie in cookies.values()
                                 if self._policy.return_ok(cookie, request))
        # The most specific path first.
        found.sort(key=lambda cookie: len(cookie.path), reverse=True)
        return found

    def add_cookie_header(self, request):
        """Give a request the cookies that are for it."""
        with self._cookies_lock:
            self.clear_expired_cookies()
            cookies = self._cookies_for_request(request)
            if cookies and not request.has_header("Cookie"):
                request.add_unredirected_header("Cookie", "; ".join(
                    cookie.name if cookie.value is None else "%s=%s" % (cookie.name, cookie.value)
                    for cookie in cookies))

    def make_cookies(self, response, request):
        """The cookies that an answer sets."""
        cookies = []
        for pairs in parse_ns_headers(response.info().get_all("Set-Cookie", [])):
            cookie = self._make_cookie(pairs, request)
            if cookie is not None:
                cookies.append(cookie)
        return cookies

    def _make_cookie(self, pairs, request):
        name, value = pairs[0]
        if value is None:
            name, value = name, None
        attributes = {}
        for key, each in pairs[1:]:
            attributes.setdefault(key, each)
        known = ("expires", "max-age", "domain", "path", "secure", "port", "version", "comment",
                 "commenturl", "discard")
        rest = {}
        for key, each in attributes.items():
            if key not in known:
                rest["HttpOnly" if key == "httponly" else key] = each
        now = time.time()
        expires = None
        if attributes.get("max-age") is not None:
            try:
                expires = now + int(attributes["max-age"])
            except ValueError:
                pass
        elif attributes.get("expires"):
            expires = http2time(attributes["expires"])
        host, effective = eff_request_host(request)
        domain = attributes.get("domain")
        domain_specified = bool(domain)
        initial_dot = domain_specified and domain.startswith(".")
        if not domain_specified:
            domain = effective
        elif not initial_dot:
            domain = "." + domain
        path = attributes.get("path")
        path_specified = bool(path) and path.startswith("/")
        if not path_specified:
            path = request_path(request)
            path = path[:path.rfind("/")] or "/"
        if expires is not None and expires <= now:
            # This is how a cookie is taken back.
            try:
                self.clear(domain.lower(), path, name)
            except KeyError:
                pass
            return None
        return Cookie(0, name, value, None, False, domain, domain_specified, initial_dot, path,
                      path_specified, "secure" in attributes, expires, expires is None, None, None,
                      rest)

    def set_cookie_if_ok(self, cookie, request):
        """Take a cookie if the policy agrees."""
        with self._cookies_lock:
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Take a cookie."""
        with self._cookies_lock:
            paths = self._cookies.setdefault(cookie.domain, {})
            paths.setdefault(cookie.path, {})[cookie.name] = cookie

    def extract_cookies(self, response, request):
        """Take the cookies that an answer sets."""
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                self.set_cookie_if_ok(cookie, request)

    def clear(self, domain=None, path=None, name=None):
        """Drop all cookies, those of a domain, of a path in it, or one."""
        if name is not None:
            if domain is None or path is None:
                raise ValueError("domain and path must be given to remove a cookie by name")
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError("domain must be given to remove cookies by path")
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def _drop(self, is_over):
        with self._cookies_lock:
            for cookie in list(self):
                if is_over(cookie):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_session_cookies(self):
        """Drop the cookies that end with the session."""
        self._drop(lambda cookie: cookie.discard)

    def clear_expired_cookies(self):
        """Drop the cookies whose time is over."""
        now = time.time()
        self._drop(lambda cookie: cookie.is_expired(now))

    def __iter__(self):
        for paths in list(self._cookies.values()):
            for cookies in list(paths.values()):
                yield from list(cookies.values())

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return "<%s[%s]>" % (self.__class__.__name__, ", ".join(map(repr, self)))

    def __str__(self):
        return "<%s[%s]>" % (self.__class__.__name__, ", ".join(map(str, self)))


class FileCookieJar(CookieJar):
    """Cookies that can be saved to a file and loaded again."""

    def __init__(self, filename=None, delayload=False, policy=None):
        super().__init__(policy)
        self.filename = filename
        self.delayload = bool(delayload)

    def _name(self, filename):
        filename = filename if filename is not None else self.filename
        if filename is None:
            raise ValueError("a file name was not supplied (nor was the CookieJar instance "
                             "initialized with one)")
        return filename

    def _saved(self, ignore_discard, ignore_expires):
        now = time.time()
        return [cookie for cookie in self if (ignore_discard or not cookie.discard)
                and (ignore_expires or not cookie.is_expired(now))]

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies to the file."""
        lines = self._lines(self._saved(ignore_discard, ignore_expires))
        with open(self._name(filename), "w", encoding="utf-8") as file:
            file.write("".join(lines))

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Add the cookies of the file."""
        filename = self._name(filename)
        with open(filename, encoding="utf-8") as file:
            lines = file.read().splitlines()
        now = time.time()
        for cookie in self._read(lines, filename):
            if (ignore_discard or not cookie.discard) and \
                    (ignore_expires or not cookie.is_expired(now)):
                self.set_cookie(cookie)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Replace the cookies by those of the file."""
        before = self._cookies
        self._cookies = {}
        try:
            self.load(filename, ignore_discard, ignore_expires)
        except OSError:
            self._cookies = before
            raise


class MozillaCookieJar(FileCookieJar):
    """Cookies in the format of cookies.txt."""

    _first_line = "# Netscape HTTP Cookie File"

    def _lines(self, cookies):
        yield self._first_line + "\n# http://curl.haxx.se/rfc/cookie_spec.html\n"
        yield "# This is a generated file!  Do not edit.\n\n"
        for cookie in cookies:
            name, value = (cookie.name, cookie.value) if cookie.value is not None else \
                ("", cookie.name)
            domain = cookie.domain
            if cookie.has_nonstandard_attr("HttpOnly"):
                domain = "#HttpOnly_" + domain
            yield "\t".join([domain, "TRUE" if cookie.domain.startswith(".") else "FALSE",
                             cookie.path, "TRUE" if cookie.secure else "FALSE",
                             str(cookie.expires) if cookie.expires is not None else "", name,
                             value]) + "\n"

    def _read(self, lines, filename):
        if not lines or not re.match("#( Netscape)? HTTP Cookie File", lines[0]):
            raise LoadError("%r does not look like a Netscape format cookies file" % filename)
        for line in lines[1:]:
            rest = {}
            if line.startswith("#HttpOnly_"):
                rest["HttpOnly"] = ""
                line = line[len("#HttpOnly_"):]
            if line.strip().startswith(("#", "$")) or not line.strip():
                continue
            fields = line.split("\t")
            if len(fields) != 7:
                raise LoadError("invalid Netscape format cookies file %r: %r" % (filename, line))
            domain, specified, path, secure, expires, name, value = fields
            if not name:
                name, value = value, None
            yield Cookie(0, name, value, None, False, domain, specified == "TRUE",
                         domain.startswith("."), path, False, secure == "TRUE", expires or None,
                         not expires, None, None, rest)


class LWPCookieJar(FileCookieJar):
    """Cookies in the format of libwww-perl."""

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        """The lines of the file without the first."""
        return "".join(list(self._lines(self._saved(ignore_discard, ignore_expires)))[1:])

    def _lines(self, cookies):
        from http.cookies import _quote
        yield "#LWP-Cookies-2.0\n"
        for cookie in cookies:
            parts = ["%s=%s" % (cookie.name, _quote(cookie.value or "") or '""'),
                     'path="%s"' % cookie.path, "domain=%s" % _quote(cookie.domain)]
            if cookie.path_specified:
                parts.append("path_spec")
            if cookie.domain_initial_dot:
                parts.append("domain_dot")
            if cookie.secure:
                parts.append("secure")
            if cookie.expires is not None:
                parts.append('expires="%s"' % time2isoz(float(cookie.expires)))
            if cookie.discard:
                parts.append("discard")
            for name, value in sorted(cookie._rest.items()):
                parts.append("%s=%s" % (name, _quote(str(value))))
            parts.append("version=%d" % (cookie.version or 0))
            yield "Set-Cookie3: " + "; ".join(parts) + "\n"

    def _read(self, lines, filename):
        import datetime
        from http.cookies import _unquote
        if not lines or not lines[0].startswith("#LWP-Cookies-"):
            raise LoadError("%r does not look like a Set-Cookie3 (LWP) format file" % filename)
        for line in lines[1:]:
            if not line.startswith("Set-Cookie3:"):
                continue
            pairs = []
            for part in re.findall(r'(?:[^;"]|"(?:[^"\\]|\\.)*")+', line[len("Set-Cookie3:"):]):
                key, equals, value = part.strip().partition("=")
                pairs.append((key, _unquote(value) if equals else None))
            (name, value), attributes = pairs[0], dict(pairs[1:])
            expires = attributes.pop("expires", None)
            if expires is not None:
                expires = datetime.datetime.strptime(expires, "%Y-%m-%d %H:%M:%SZ").replace(
                    tzinfo=datetime.timezone.utc).timestamp()
            domain = attributes.pop("domain", "")
            known = {"path", "path_spec", "domain_dot", "secure", "discard", "version", "port",
                     "port_spec"}
            yield Cookie(attributes.get("version", 0), name, value, None, False, domain,
                         domain.startswith("."), "domain_dot" in attributes,
                         attributes.get("path", "/"), "path_spec" in attributes,
                         "secure" in attributes, expires, "discard" in attributes, None, None,
                         {key: each for key, each in attributes.items() if key not in known})
