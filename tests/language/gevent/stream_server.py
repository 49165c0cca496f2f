# StreamServer: starting, handlers, a pool that limits them, stopping.
import gevent
from gevent import socket
from gevent.pool import Pool
from gevent.server import StreamServer

active = most = 0


def handle(sock, address):
    global active, most
    active += 1
    most = max(most, active)
    data = sock.recv(100)
    gevent.sleep(0.001)
    sock.sendall(data[::-1])
    active -= 1


def talk(address, word):
    with socket.create_connection(address) as client:
        client.sendall(word)
        return client.recv(100) + client.recv(100)


server = StreamServer(('127.0.0.1', 0), handle)
print(server.started, server.closed)
server.start()
print(server.started, server.server_host, server.server_port == server.address[1])
clients = [gevent.spawn(talk, server.address, b'word%d' % number) for number in range(4)]
gevent.joinall(clients, raise_error=True)
print([client.value for client in clients])
server.stop()
print(server.started, server.closed)
most = 0
with StreamServer(('127.0.0.1', 0), handle, spawn=Pool(2)) as server:
    server.start()
    clients = [gevent.spawn(talk, server.address, b'x') for _ in range(6)]
    gevent.joinall(clients, raise_error=True)
    print(most <= 2, [client.value for client in clients])
serving = StreamServer(('127.0.0.1', 0), handle)
forever = gevent.spawn(serving.serve_forever)
gevent.sleep(0.001)
print(talk(serving.address, b'abc'))
serving.stop()
forever.join()
print(forever.successful())
try:
    StreamServer('nonsense', handle)
except ValueError as error:
    print(error)
