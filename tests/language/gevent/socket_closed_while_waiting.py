# Closing a socket ends the waits for it.
import gevent
from gevent import socket


def receive(sock):
    try:
        print(sock.recv(10))
    except OSError as error:
        print(error.errno, error.strerror)


a, b = socket.socketpair()
waiting = gevent.spawn(receive, a)
gevent.sleep(0)
a.close()
waiting.join()
print(repr(b.recv(10)))
