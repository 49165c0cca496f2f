# Sockets of gevent.socket let other greenlets run though nothing is patched.
import gevent
from gevent import socket

listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen()
print(isinstance(listener, socket.socket))


def serve():
    connection, address = listener.accept()
    while True:
        data = connection.recv(100)
        if not data:
            break
        connection.sendall(data.upper())
    connection.close()
    print('server done')


def talk():
    client = socket.create_connection(listener.getsockname())
    for word in (b'one', b'two'):
        client.sendall(word)
        print(client.recv(100))
    client.close()


gevent.joinall([gevent.spawn(serve), gevent.spawn(talk)], raise_error=True)
a, b = socket.socketpair()
ready = gevent.spawn(a.recv, 10)
gevent.sleep(0)
b.send(b'pair')
print(ready.get())
a.settimeout(0.01)
try:
    a.recv(1)
except socket.timeout as error:
    print(repr(error))
with gevent.Timeout(0.01, False):
    b.recv(1)
    print('not reached')
a.settimeout(None)
waiting = gevent.spawn(a.recv, 10)
gevent.sleep(0)
waiting.kill()
b.send(b'x')
print(waiting.successful(), a.recv(5))
