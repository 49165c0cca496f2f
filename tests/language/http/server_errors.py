# What the server answers to bad requests.
# heavy
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *args):
        print("log", args[0] % args[1:])

    def do_GET(self):
        self.send_response(200, "Fine")
        self.send_header("X-Path", self.path)
        self.end_headers()
        self.wfile.write(b"body")


server = HTTPServer(("127.0.0.1", 0), Handler)


def ask(data):
    with socket.create_connection(server.server_address) as peer:
        peer.sendall(data)
        peer.shutdown(socket.SHUT_WR)
        server.handle_request()
        answer = b""
        while piece := peer.recv(65536):
            answer += piece
    text = answer.decode("latin-1")
    text = re.sub("(Date|Server): .*", r"\1: ...", text)
    print(data[:40], text.replace("\r\n", "|"))


for data in (b"GET /a HTTP/1.0\r\n\r\n", b"GET //b/c HTTP/1.1\r\n\r\n", b"GET /short\r\n", b"PUT / HTTP/1.1\r\n\r\n",
             b"GET\r\n\r\n", b"GET / x HTTP/1.1\r\n\r\n", b"GET / HTTP/x\r\n\r\n", b"GET / HTTP/2.0\r\n\r\n",
             b"POST /x\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 101 + b"\r\n"):
    ask(data)
server.server_close()
