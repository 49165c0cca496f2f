# A patched program: plain sockets, select and files of sockets let other greenlets run.
from gevent import monkey

monkey.patch_all()

import select
import socket

import gevent

listener = socket.create_server(('127.0.0.1', 0))
turns = []


def serve(connection):
    file = connection.makefile('rwb')
    for line in file:
        turns.append('served')
        file.write(line.upper())
        file.flush()


def accept():
    for _ in range(3):
        connection, _ = listener.accept()
        gevent.spawn(serve, connection)


def talk(number):
    client = socket.create_connection(listener.getsockname())
    client.sendall(b'client %d\n' % number)
    answer = client.recv(100)
    client.close()
    return answer


accepting = gevent.spawn(accept)
clients = [gevent.spawn(talk, number) for number in range(3)]
gevent.joinall(clients, raise_error=True)
print([client.value for client in clients], len(turns))
a, b = socket.socketpair()
selecting = gevent.spawn(select.select, [a], [], [])
gevent.sleep(0)
print(selecting.ready())
b.send(b'x')
print(selecting.get()[0] == [a])
print(monkey.is_module_patched('socket'), monkey.is_object_patched('socket', 'socket'))
print(monkey.get_original('socket', 'socket') is not socket.socket)
