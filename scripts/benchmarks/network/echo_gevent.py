"""Echo over TCP by gevent's greenlets."""
from gevent.server import StreamServer


def answer(connection, address):
    while data := connection.recv(4096):
        connection.sendall(data)


server = StreamServer(('127.0.0.1', 0), answer, backlog=1024)
server.start()
print(server.server_port, flush=True)
server.serve_forever()
