"""Running an application: what it gives becomes an answer in a file."""

import sys
import time
from email.utils import formatdate

from wsgiref.headers import Headers
from wsgiref.util import FileWrapper, guess_scheme, is_hop_by_hop

__all__ = ["BaseHandler", "SimpleHandler"]


class BaseHandler:
    """The steps of an answer; where it goes is the subclasses'."""

    wsgi_version = (1, 0)
    wsgi_multithread = wsgi_multiprocess = True
    wsgi_run_once = False
    origin_server = True
    http_version = "1.0"
    server_software = None
    os_environ = {}
    wsgi_file_wrapper = FileWrapper
    headers_class = Headers
    error_status = "500 Internal Server Error"
    error_headers = [("Content-Type", "text/plain")]
    error_body = b"A server error occurred.  Please contact the administrator."
    traceback_limit = None
    status = result = headers = None
    headers_sent = False
    bytes_sent = 0

    def run(self, application):
        """Call the application and send what it gives."""
        try:
            self.setup_environ()
            self.result = application(self.environ, self.start_response)
            self.finish_response()
        except (ConnectionAbortedError, BrokenPipeError, ConnectionResetError):
            return
        except Exception:
            try:
                self.handle_error()
            except Exception:
                self.close()
                raise

    def setup_environ(self):
        """Make environ."""
        environ = self.environ = dict(self.os_environ)
        self.add_cgi_vars()
        environ["wsgi.input"] = self.get_stdin()
        environ["wsgi.errors"] = self.get_stderr()
        environ["wsgi.version"] = self.wsgi_version
        environ["wsgi.run_once"] = self.wsgi_run_once
        environ["wsgi.url_scheme"] = guess_scheme(environ)
        environ["wsgi.multithread"] = self.wsgi_multithread
        environ["wsgi.multiprocess"] = self.wsgi_multiprocess
        if self.wsgi_file_wrapper is not None:
            environ["wsgi.file_wrapper"] = self.wsgi_file_wrapper
        if self.origin_server and self.server_software:
            environ.setdefault("SERVER_SOFTWARE", self.server_software)

    def start_response(self, status, headers, exc_info=None):
        """What the application begins its answer with."""
        if exc_info:
            try:
                if self.headers_sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self.headers is not None:
            raise AssertionError("Headers already set!")
        if not isinstance(status, str):
            raise AssertionError("Status must be of type str (got {0})".format(repr(type(status))))
        if len(status) < 4:
            raise AssertionError("Status must be at least 4 characters")
        if not status[:3].isdigit():
            raise AssertionError("Status message must begin w/3-digit code")
        if status[3] != " ":
            raise AssertionError("Status message must have a space after code")
        for name, _ in headers:
            if is_hop_by_hop(name):
                raise AssertionError(f"Hop-by-hop header, '{name}: {_}', not allowed")
        self.status = status
        self.headers = self.headers_class(list(headers))
        return self.write

    def finish_response(self):
        """Send the parts of the body."""
        try:
            for data in self.result:
                self.write(data)
            if not self.headers_sent:
                self.headers.setdefault("Content-Length", "0")
                self.send_headers()
        finally:
            self.close()

    def write(self, data):
        """Send a part of the body."""
        if type(data) is not bytes:
            raise AssertionError("write() argument must be a bytes instance")
        if not self.status:
            raise AssertionError("write() before start_response()")
        if not self.headers_sent:
            self.bytes_sent = len(data)
            self.send_headers()
        else:
            self.bytes_sent += len(data)
        self._write(data)
        self._flush()

    def send_headers(self):
        """Send status line and headers."""
        if "Content-Length" not in self.headers:
            try:
                if len(self.result) == 1:
                    self.headers["Content-Length"] = str(self.bytes_sent)
            except (TypeError, AttributeError, NotImplementedError):
                pass
        self.headers_sent = True
        if not self.origin_server:
            self._write(("Status: %s\r\n" % self.status).encode("iso-8859-1"))
            self._write(bytes(self.headers))
            return
        head = "HTTP/%s %s\r\n" % (self.http_version, self.status)
        if "Date" not in self.headers:
            head += "Date: %s\r\n" % formatdate(time.time(), usegmt=True)
        if self.server_software and "Server" not in self.headers:
            head += "Server: %s\r\n" % self.server_software
        self._write(head.encode("iso-8859-1"))
        self._write(bytes(self.headers))

    def close(self):
        """End the answer."""
        try:
            if hasattr(self.result, "close"):
                self.result.close()
        finally:
            self.result = self.headers = self.status = self.environ = None
            self.bytes_sent = 0
            self.headers_sent = False

    def handle_error(self):
        """Tell of an exception and answer 500 if nothing was sent."""
        import traceback
        traceback.print_exc(limit=self.traceback_limit, file=self.get_stderr())
        if not self.headers_sent:
            self.result = self.error_output(self.environ, self.start_response)
            self.finish_response()

    def error_output(self, environ, start_response):
        """The application of errors."""
        start_response(self.error_status, self.error_headers[:], sys.exc_info())
        return [self.error_body]


class SimpleHandler(BaseHandler):
    """An answer into a file."""

    def __init__(self, stdin, stdout, stderr, environ, multithread=True, multiprocess=False):
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr
        self.base_env = environ
        self.wsgi_multithread, self.wsgi_multiprocess = multithread, multiprocess

    def get_stdin(self):
        """The body of the request."""
        return self.stdin

    def get_stderr(self):
        """Where errors are told."""
        return self.stderr

    def add_cgi_vars(self):
        """Take what the server knows of the request."""
        self.environ.update(self.base_env)

    def _write(self, data):
        self.stdout.write(data)

    def _flush(self):
        self.stdout.flush()
