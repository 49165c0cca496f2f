# What pywsgi answers, to the byte, and that connections are kept.
# heavy
import re

import gevent
from gevent import monkey

monkey.patch_all()

import io
import socket

from gevent.pywsgi import WSGIServer


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/list":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"ab", b"cd"]
    if path == "/generator":
        start_response("200 OK", [])
        return iter([b"xxx", b"", b"yy"])
    if path == "/error":
        raise ValueError("an error of the application")
    if path == "/write":
        start_response("200 OK", [("X-One", "1")])(b"w1")
        return [b"w2"]
    if path == "/nothing":
        start_response("204 No Content", [])
        return []
    if path == "/echo":
        body = environ["wsgi.input"].read()
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]
    if path == "/environ":
        shown = {key: value for key, value in environ.items() if isinstance(value, (str, bool, tuple))
                 and key not in ("SERVER_PORT", "REMOTE_PORT", "SERVER_SOFTWARE", "SERVER_NAME")}
        start_response("200 OK", [])
        return [repr(sorted(shown.items())).encode()]
    start_response("200 OK", [("Connection", "close")] if path == "/close" else [])
    return [b"ok"]


log = io.StringIO()
gevent.get_hub().exception_stream = io.StringIO()
server = WSGIServer(("127.0.0.1", 0), application, log=log, error_log=io.StringIO())
server.start()


def ask(*requests, end=True):
    with socket.create_connection(("127.0.0.1", server.server_port)) as peer:
        peer.settimeout(20)
        peer.sendall(b"".join(requests))
        if end:
            peer.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := peer.recv(65536):
            answer += piece
    text = re.sub("Date: [^\r]*", "Date: ...", answer.decode("latin-1"))
    print(requests[0][:24], text.replace("\r\n", "|"))


END = b" HTTP/1.1\r\nHost: h\r\n\r\n"
for path in (b"/list", b"/generator", b"/write", b"/nothing"):
    ask(b"GET " + path + END, b"GET /x" + END)
for path in (b"/error", b"/close"):
    ask(b"GET " + path + END, b"GET /x" + END, end=False)
ask(b"GET /generator HTTP/1.0\r\n\r\n", end=False)
ask(b"GET /list HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
ask(b"POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", b"GET /x" + END)
ask(b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", b"GET /x" + END)
ask(b"POST /unread HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", b"GET /x" + END)
ask(b"POST /echo HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi")
ask(b"GET /environ?a=%20&b HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a: 2\r\nCookie: c=1\r\nContent-Type: t/x\r\n\r\n")
for bad in (b"BAD\r\n\r\n", b"GET / HTTP/3.x\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"):
    ask(bad, end=False)
server.stop()
for line in log.getvalue().splitlines():
    print(re.sub(r"\[.*?\]", "[...]", re.sub(r"[0-9.]+$", "T", line)))
