"""A server for curl and wrk: arguments are its kind and its port."""

import sys

kind, port = sys.argv[1], int(sys.argv[2])

if kind == "pywsgi":
    from gevent import monkey

    monkey.patch_all()
    from gevent.pywsgi import WSGIServer

    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        if environ["PATH_INFO"] == "/echo":
            return [environ["wsgi.input"].read()]
        return [f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}\n".encode()]

    WSGIServer(("127.0.0.1", port), application, log=None).serve_forever()
else:
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args):
            pass

        def answer(self, body):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def do_GET(self):
            self.answer(f"{self.command} {self.path}\n".encode())

        do_HEAD = do_GET

        def do_POST(self):
            if self.headers.get("Transfer-Encoding") != "chunked":
                self.answer(self.rfile.read(int(self.headers["Content-Length"])))
                return
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            self.answer(b"".join(parts))

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

    Server(("127.0.0.1", port), Handler).serve_forever()
