"""Ways to say who one is."""

import base64
import warnings


def _basic_auth_str(username, password):
    """The value of an Authorization header."""
    pair = []
    for each in (username, password):
        if not isinstance(each, (str, bytes)):
            warnings.warn("Non-string usernames and passwords will no longer be supported in "
                          "Requests 3.0.0. Please convert the object you've passed in "
                          "({!r}) to a string or bytes object in the near future to avoid "
                          "problems.".format(each), category=DeprecationWarning)
            each = str(each)
        pair.append(each.encode("latin1") if isinstance(each, str) else each)
    return "Basic " + base64.b64encode(b":".join(pair)).decode("ascii")


class AuthBase:
    """Is called with each prepared request and gives it back, changed."""

    def __call__(self, r):
        raise NotImplementedError("Auth hooks must be callable.")


class _PasswordAuth(AuthBase):

    def __init__(self, username, password):
        self.username, self.password = username, password

    def __eq__(self, other):
        return (self.username == getattr(other, "username", None)
                and self.password == getattr(other, "password", None))

    def __ne__(self, other):
        return not self == other


class HTTPBasicAuth(_PasswordAuth):
    """A name and a password in every request."""

    _header = "Authorization"

    def __call__(self, r):
        r.headers[self._header] = _basic_auth_str(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    """A name and a password for the proxy."""

    _header = "Proxy-Authorization"


class HTTPDigestAuth(_PasswordAuth):
    """A name and proofs that one knows the password; libcurl makes them."""

    def __call__(self, r):
        r._digest = (self.username, self.password)
        return r
