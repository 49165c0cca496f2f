"""A server for tests, which other folders link to: what it is asked for tells what it answers."""

import gzip
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, body=b"", status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def body(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()
        self.close_connection = True

    def do_GET(self):
        body = self.body()
        path, _, query = self.path.partition("?")
        if path == "/text":
            self.answer("grüße".encode(), Content_Type="text/plain; charset=utf-8")
        elif path == "/latin":
            self.answer("grüße".encode("latin-1"), Content_Type="text/plain")
        elif path == "/json":
            self.answer(b'{"a": [1, 2], "b": "\\u00fc"}', Content_Type="application/json")
        elif path == "/gzip":
            self.answer(gzip.compress(b"packed " * 50), Content_Encoding="gzip")
        elif path == "/badgzip":
            self.answer(b"this is no gzip", Content_Encoding="gzip")
        elif path == "/chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in (b"one\n", b"two\nth", b"ree"):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        elif path == "/cut":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\nabcde\r\n")
            self.close_connection = True
        elif path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"not all")
            self.close_connection = True
        elif path == "/drop":
            self.close_connection = True
        elif path == "/reset":
            self.reset()
        elif path == "/never":
            self.server.released.wait(20)
            self.close_connection = True
        elif path.startswith("/status/"):
            self.answer(b"status", int(path[8:]))
        elif path.startswith("/redirect/"):
            status, count = map(int, path[10:].split("/"))
            where = f"/redirect/{status}/{count - 1}" if count > 1 else "/echo?end=1"
            self.answer(b"elsewhere", status, Location=where)
        elif path == "/loop":
            self.answer(b"", 302, Location="/loop")
        elif path == "/cookie":
            self.answer(b"", 200, Set_Cookie="taste=sweet; Path=/")
        elif path == "/links":
            self.answer(b"", Link='<http://h/2>; rel="next", <http://h/9>; rel="last"')
        elif path == "/private":
            if self.headers.get("Authorization") == "Basic bmFtZTpwYXNz":
                self.answer(b"welcome")
            else:
                self.answer(b"who?", 401, WWW_Authenticate='Basic realm="here"')
        elif path == "/big":
            self.answer(b"0123456789" * 100000)
        else:
            seen = {"method": self.command, "path": self.path, "body": body.decode("latin-1"),
                    "headers": {name: value for name, value in self.headers.items()
                                if name not in ("Host", "User-Agent", "Accept-Encoding")}}
            self.answer(json.dumps(seen).encode(), Content_Type="application/json")

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_HEAD = do_GET


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


def start():
    """(address, function that ends the server)"""
    server = Server(("127.0.0.1", 0), Handler)
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()

    def stop():
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()

    return "http://127.0.0.1:%d" % server.server_port, stop
