# Servers that do not speak HTTP.
# heavy
import http.client

import _server

base, stop = _server.start()
host = base[len("http://"):]
try:
    import socket, threading
    def serve(answer):
        listener = socket.create_server(("127.0.0.1", 0))
        def work():
            peer, _ = listener.accept()
            peer.recv(1000)
            peer.sendall(answer)
            peer.close()
            listener.close()
        thread = threading.Thread(target=work)
        thread.start()
        connection = http.client.HTTPConnection("127.0.0.1", listener.getsockname()[1])
        connection.request("GET", "/")
        try:
            answer = connection.getresponse()
            print(answer.status, repr(answer.reason), answer.version, answer.headers.items(), answer.read())
        except Exception as error:
            print(type(error).__name__, error)
        connection.close()
        thread.join()
    for answer in (b"", b"hello\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200\r\n\r\nbody", b"HTTP/1.0 200 Fine thing\r\nA: 1\r\nA:  2\r\n B\r\n\r\nx",
                   b"HTTP/1.1 99 low\r\n\r\n", b"HTTP/2.0 200 OK\r\n\r\n", b"HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                   b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 101 + b"\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                   b"HTTP/1.1 200 " + b"x" * 70000):
        serve(answer)
finally:
    stop()
