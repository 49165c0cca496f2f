# wsgiref: a server for one application, headers and environ.
# heavy
import io
import threading
import urllib.error
import urllib.request
from wsgiref.headers import Headers
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.util import FileWrapper, application_uri, request_uri, setup_testing_defaults, shift_path_info


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass

    def get_stderr(self):
        return io.StringIO()


def application(environ, start_response):
    if environ["PATH_INFO"] == "/error":
        raise ValueError
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Query", environ["QUERY_STRING"])])
    return [environ["REQUEST_METHOD"].encode(), b" ", environ["PATH_INFO"].encode("latin-1"), b" ", body]


server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
thread = threading.Thread(target=server.serve_forever, args=(0.05,))
thread.start()
base = "http://127.0.0.1:%d" % server.server_port
with urllib.request.urlopen(base + "/a%20b?q=1") as answer:
    print(answer.status, answer.read(), answer.headers["X-Query"])
print(urllib.request.urlopen(base + "/p", data=b"body").read())
try:
    urllib.request.urlopen(base + "/error")
except urllib.error.HTTPError as error:
    print(error.code, error.read())
server.shutdown()
server.server_close()
thread.join()

headers = Headers([("A", "1"), ("b", "2"), ("a", "3")])
print(headers["a"], headers.get_all("A"), "B" in headers, headers.setdefault("c", "4"), len(headers))
headers.add_header("D", "attachment", filename='x"y', other=None)
headers["A"] = "5"
del headers["b"]
print(headers.items(), str(headers), bytes(headers)[:5])
environ = {"PATH_INFO": "/one/two", "SCRIPT_NAME": "/app"}
setup_testing_defaults(environ)
print(application_uri(environ), request_uri(environ), environ["wsgi.url_scheme"], environ["HTTP_HOST"])
print(shift_path_info(environ), environ["SCRIPT_NAME"], environ["PATH_INFO"], shift_path_info(environ), environ["PATH_INFO"])
print(list(FileWrapper(io.BytesIO(b"abcdef"), 4)))
