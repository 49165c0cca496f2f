"""What applications ask of environ."""

import posixpath
from urllib.parse import quote

__all__ = ["FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info",
           "setup_testing_defaults", "is_hop_by_hop"]


class FileWrapper:
    """A file in blocks."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, "close"):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        data = self.filelike.read(self.blksize)
        if not data:
            raise StopIteration
        return data


def guess_scheme(environ):
    """http or https."""
    return "https" if environ.get("HTTPS") in ("yes", "on", "1") else "http"


def application_uri(environ):
    """The URL of the application."""
    scheme = environ["wsgi.url_scheme"]
    if environ.get("HTTP_HOST"):
        host = environ["HTTP_HOST"]
    else:
        host = environ["SERVER_NAME"]
        if environ["SERVER_PORT"] != ("443" if scheme == "https" else "80"):
            host += ":" + environ["SERVER_PORT"]
    return scheme + "://" + host + quote(environ.get("SCRIPT_NAME") or "/", encoding="latin1")


def request_uri(environ, include_query=True):
    """The URL of the request."""
    url = application_uri(environ)
    path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
    url += path if environ.get("SCRIPT_NAME") else path[1:]
    if include_query and environ.get("QUERY_STRING"):
        url += "?" + environ["QUERY_STRING"]
    return url


def shift_path_info(environ):
    """Move a name from PATH_INFO to SCRIPT_NAME and return it; None when there is none."""
    path = environ.get("PATH_INFO", "")
    if not path:
        return None
    parts = [part for part in path.split("/") if part and part != "."]
    name = parts[0] if parts else ""
    script = posixpath.normpath(environ.get("SCRIPT_NAME", "") + "/" + name)
    if script.endswith("/"):
        script = script[:-1]
    rest = "/" + "/".join(parts[1:])
    if path.endswith("/") and rest != "/":
        rest += "/"
    if not name and not script.endswith("/"):
        script += "/"
    environ["SCRIPT_NAME"] = script
    environ["PATH_INFO"] = rest if parts[1:] or (name and path.endswith("/")) else ""
    return name or None if name == "." else name


def setup_testing_defaults(environ):
    """Fill an environ for a test."""
    from io import BytesIO, StringIO
    environ.setdefault("SERVER_NAME", "127.0.0.1")
    environ.setdefault("SERVER_PROTOCOL", "HTTP/1.0")
    environ.setdefault("HTTP_HOST", environ["SERVER_NAME"])
    environ.setdefault("REQUEST_METHOD", "GET")
    if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
        environ["SCRIPT_NAME"], environ["PATH_INFO"] = "", "/"
    environ.setdefault("wsgi.version", (1, 0))
    for name in ("wsgi.run_once", "wsgi.multithread", "wsgi.multiprocess"):
        environ.setdefault(name, 0)
    environ.setdefault("wsgi.input", BytesIO())
    environ.setdefault("wsgi.errors", StringIO())
    environ.setdefault("wsgi.url_scheme", guess_scheme(environ))
    environ.setdefault("SERVER_PORT", "443" if environ["wsgi.url_scheme"] == "https" else "80")


_hop_by_hop = frozenset(("connection", "keep-alive", "proxy-authenticate", "proxy-authorization",
                         "te", "trailers", "transfer-encoding", "upgrade"))


def is_hop_by_hop(header_name):
    """Whether a header is about the connection only."""
    return header_name.lower() in _hop_by_hop
