"""An HTTP server for one application, for tests: a request at a time, a connection each."""

import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

from wsgiref.handlers import SimpleHandler

__all__ = ["WSGIServer", "WSGIRequestHandler", "demo_app", "make_server"]

__version__ = "0.2"
software_version = "WSGIServer/" + __version__ + " CPython/" + sys.version.split()[0]


class ServerHandler(SimpleHandler):
    """Logs the request when it has been answered."""

    server_software = software_version

    def close(self):
        """End the answer."""
        try:
            self.request_handler.log_request(self.status.split(" ", 1)[0], self.bytes_sent)
        finally:
            super().close()


class WSGIServer(HTTPServer):
    """Serves an application."""

    application = None

    def server_bind(self):
        """Take the address and make the environ that those of requests begin with."""
        super().server_bind()
        self.setup_environ()

    def setup_environ(self):
        """Make the environ that those of requests begin with."""
        self.base_environ = {"SERVER_NAME": self.server_name, "GATEWAY_INTERFACE": "CGI/1.1",
                             "SERVER_PORT": str(self.server_port), "REMOTE_HOST": "",
                             "CONTENT_LENGTH": "", "SCRIPT_NAME": ""}

    def get_app(self):
        """The application."""
        return self.application

    def set_app(self, application):
        """Serve another application."""
        self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
    """Answers one request."""

    server_version = "WSGIServer/" + __version__

    def get_environ(self):
        """The environ of the request."""
        environ = dict(self.server.base_environ)
        environ["SERVER_PROTOCOL"] = self.request_version
        environ["SERVER_SOFTWARE"] = self.server_version
        environ["REQUEST_METHOD"] = self.command
        path, _, environ["QUERY_STRING"] = self.path.partition("?")
        environ["PATH_INFO"] = urllib.parse.unquote(path, "iso-8859-1")
        host = self.address_string()
        if host != self.client_address[0]:
            environ["REMOTE_HOST"] = host
        environ["REMOTE_ADDR"] = self.client_address[0]
        environ["CONTENT_TYPE"] = self.headers.get("content-type", "text/plain")
        length = self.headers.get("content-length")
        if length:
            environ["CONTENT_LENGTH"] = length
        for name, value in self.headers.items():
            name = name.replace("-", "_").upper()
            if name in environ:
                continue
            key = "HTTP_" + name
            environ[key] = environ[key] + "," + value.strip() if key in environ else value.strip()
        return environ

    def get_stderr(self):
        """Where errors are told."""
        return sys.stderr

    def handle(self):
        """Take the request and call the application."""
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.requestline = self.request_version = self.command = ""
            self.send_error(414)
            return
        if not self.parse_request():
            return
        handler = ServerHandler(self.rfile, self.wfile, self.get_stderr(), self.get_environ(),
                                multithread=False)
        handler.request_handler = self
        handler.run(self.server.get_app())


def demo_app(environ, start_response):
    """Shows environ."""
    lines = ["Hello world!", ""]
    lines += ["%s = %r" % item for item in sorted(environ.items())]
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [("\n".join(lines) + "\n").encode("utf-8")]


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
    """A server for an application."""
    server = server_class((host, port), handler_class)
    server.set_app(app)
    return server
