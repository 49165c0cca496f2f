"""Handlers that say who one is, and where passwords are kept."""

import base64
import hashlib
import os
import re
from urllib.parse import urlsplit
from urllib.request import BaseHandler


class HTTPPasswordMgr:
    """Names and passwords by realm and URL."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        """Set the name and password for URLs that begin with `uri`, one or several."""
        if isinstance(uri, str):
            uri = [uri]
        entries = self.passwd.setdefault(realm, {})
        for with_port in (True, False):
            entries[tuple(self.reduce_uri(each, with_port) for each in uri)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        """(name, password) for a URL; (None, None)."""
        entries = self.passwd.get(realm, {})
        for with_port in (True, False):
            asked = self.reduce_uri(authuri, with_port)
            for uris, pair in entries.items():
                if any(self.is_suburi(uri, asked) for uri in uris):
                    return pair
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """(host with port, path) of a URL, or of a host."""
        parts = urlsplit(uri)
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or "/"
        else:
            scheme, authority, path = None, uri, "/"
        if default_port and ":" not in authority.rpartition("]")[2] and scheme:
            port = {"http": 80, "https": 443}.get(scheme)
            if port is not None:
                authority = "%s:%d" % (authority, port)
        return authority, path

    def is_suburi(self, base, test):
        """Whether one reduced URL lies under the other."""
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1] if base[1].endswith("/") else base[1] + "/"
        return test[1].startswith(prefix)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """The realm None stands for all."""

    def find_user_password(self, realm, authuri):
        """(name, password) for a URL; (None, None)."""
        found = super().find_user_password(realm, authuri)
        return found if found[0] is not None else super().find_user_password(None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Knows where a password may be sent without being asked for."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        """Set the name and password for URLs that begin with `uri`, one or several."""
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        """Note whether the password may be sent unasked."""
        for each in [uri] if isinstance(uri, str) else uri:
            for with_port in (True, False):
                self.authenticated[self.reduce_uri(each, with_port)] = is_authenticated

    def is_authenticated(self, authuri):
        """Whether the password may be sent unasked."""
        for with_port in (True, False):
            asked = self.reduce_uri(authuri, with_port)
            for uri, flag in self.authenticated.items():
                if self.is_suburi(uri, asked):
                    return flag
        return None


_challenge = re.compile(r'(?:^|,)\s*([A-Za-z]+)\s+[^,]*?realm=(["\']?)([^"\',]*)\2', re.I)


class AbstractBasicAuthHandler:
    """Answers challenges with a name and a password."""

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        """Try again with the password; None when there is none."""
        for header in headers.get_all(authreq) or ():
            for scheme, _, realm in _challenge.findall(header):
                if scheme.lower() == "basic":
                    return self.retry_http_basic_auth(host, req, realm)
            scheme = header.split()[0] if header.split() else ""
            if scheme.lower() not in ("basic", "digest"):
                raise ValueError("AbstractBasicAuthHandler does not support the following scheme: "
                                 "%r" % scheme)
        return None

    def retry_http_basic_auth(self, host, req, realm):
        """Try again with the password; None when there is none or it was refused."""
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        value = _basic(user, password)
        if req.get_header(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        """Send the password unasked where that is allowed."""
        if not hasattr(self.passwd, "is_authenticated") or \
                not self.passwd.is_authenticated(req.full_url):
            return req
        if not req.has_header("Authorization"):
            user, password = self.passwd.find_user_password(None, req.full_url)
            req.add_unredirected_header("Authorization", _basic(user, password))
        return req

    def http_response(self, req, response):
        """Note whether the password was accepted."""
        if hasattr(self.passwd, "is_authenticated"):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request = http_request
    https_response = http_response


def _basic(user, password):
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Answers servers."""

    auth_header = "Authorization"

    def http_error_401(self, req, fp, code, msg, headers):
        """A server asks."""
        return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Answers proxies."""

    auth_header = "Proxy-authorization"

    def http_error_407(self, req, fp, code, msg, headers):
        """A proxy asks."""
        return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


def parse_keqv_list(items):
    """The name=value items of a challenge."""
    result = {}
    for item in items:
        name, _, value = item.partition("=")
        result[name] = value[1:-1] if value[:1] == '"' and value[-1:] == '"' else value
    return result


def parse_http_list(s):
    """The items of a header between its commas."""
    return [each.strip() for each in re.findall(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+', s)
            if each.strip()]


class AbstractDigestAuthHandler:
    """Answers challenges with a proof that one knows the password."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried = 0
        self.nonce_count = 0
        self.last_nonce = None

    def reset_retry_count(self):
        """Begin to count anew."""
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        """Try again with a proof; None when there is no password."""
        if self.retried > 5:
            from urllib.error import HTTPError
            raise HTTPError(req.full_url, 401, "digest auth failed", headers, None)
        self.retried += 1
        header = headers.get(auth_header)
        if not header:
            return None
        scheme = header.split()[0].lower()
        if scheme == "digest":
            return self.retry_http_digest_auth(req, header)
        if scheme != "basic":
            raise ValueError("AbstractDigestAuthHandler does not support the following scheme: "
                             "'%s'" % scheme)
        return None

    def retry_http_digest_auth(self, req, auth):
        """Try again with a proof."""
        proof = self.get_authorization(req, parse_keqv_list(parse_http_list(
            auth.partition(" ")[2])))
        if not proof:
            return None
        value = "Digest " + proof
        if req.headers.get(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def get_authorization(self, req, chal):
        """The proof that a challenge asks for; None."""
        if "realm" not in chal or "nonce" not in chal:
            return None
        realm, nonce, qop = chal["realm"], chal["nonce"], chal.get("qop")
        algorithm = chal.get("algorithm", "MD5").upper()
        names = {"MD5": hashlib.md5, "SHA": hashlib.sha1, "SHA-256": hashlib.sha256}
        if algorithm not in names:
            raise ValueError("Unsupported digest authentication algorithm %r" % algorithm)

        def digest(text):
            return names[algorithm](text.encode("utf-8")).hexdigest()

        user, password = self.passwd.find_user_password(realm, req.full_url)
        if user is None:
            return None
        secret = digest(f"{user}:{realm}:{password}")
        asked = digest(f"{req.get_method()}:{req.selector}")
        parts = [f'username="{user}"', f'realm="{realm}"', f'nonce="{nonce}"',
                 f'uri="{req.selector}"']
        if qop is None:
            response = digest(f"{secret}:{nonce}:{asked}")
        elif "auth" in qop.split(","):
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            count, own = "%08x" % self.nonce_count, os.urandom(8).hex()
            response = digest(f"{secret}:{nonce}:{count}:{own}:auth:{asked}")
        else:
            from urllib.error import URLError
            raise URLError("qop '%s' is not supported." % qop)
        parts.append(f'response="{response}"')
        if "opaque" in chal:
            parts.append(f'opaque="{chal["opaque"]}"')
        parts.append(f'algorithm="{algorithm}"')
        if qop is not None:
            parts.append(f'qop=auth, nc={count}, cnonce="{own}"')
        return ", ".join(parts)


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Answers servers."""

    auth_header = "Authorization"
    handler_order = 490

    def http_error_401(self, req, fp, code, msg, headers):
        """A server asks."""
        result = self.http_error_auth_reqed("www-authenticate", urlsplit(req.full_url)[1], req,
                                            headers)
        self.reset_retry_count()
        return result


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Answers proxies."""

    auth_header = "Proxy-Authorization"
    handler_order = 490

    def http_error_407(self, req, fp, code, msg, headers):
        """A proxy asks."""
        result = self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)
        self.reset_retry_count()
        return result
