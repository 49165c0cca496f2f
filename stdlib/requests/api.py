"""Requests without a session: the connection is closed behind each."""

from requests.adapters import HTTPAdapter
from requests.sessions import Session

# Nothing stays open behind a request, so there is nothing that each would need for itself.
_adapter = HTTPAdapter()
_adapter.config["once"] = True


def request(method, url, **kwargs):
    """Send a request; the arguments are those of Session.request(). The answer."""
    session = Session()
    session.adapters = {"https://": _adapter, "http://": _adapter}
    return session.request(method=method, url=url, **kwargs)


def get(url, params=None, **kwargs):
    """Send a GET request."""
    return request("get", url, params=params, **kwargs)


def options(url, **kwargs):
    """Send an OPTIONS request."""
    return request("options", url, **kwargs)


def head(url, **kwargs):
    """Send a HEAD request; redirections are not followed unless that is asked for."""
    kwargs.setdefault("allow_redirects", False)
    return request("head", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    """Send a POST request."""
    return request("post", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    """Send a PUT request."""
    return request("put", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    """Send a PATCH request."""
    return request("patch", url, data=data, **kwargs)


def delete(url, **kwargs):
    """Send a DELETE request."""
    return request("delete", url, **kwargs)
