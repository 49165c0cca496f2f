# Timeouts: what is set is what is got, and a call that waits too long raises TimeoutError.
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking(), a.timeout)
a.settimeout(0.01)
print(a.gettimeout(), a.getblocking(), a.timeout)
show(a.recv, 1)
show(a.recvfrom, 1)
show(a.recv_into, bytearray(1))
show(a.recvmsg, 1)
print(socket.timeout is TimeoutError)
a.settimeout(0)
print(a.gettimeout(), a.getblocking())
show(a.recv, 1)
a.setblocking(True)
print(a.gettimeout())
b.send(b'x')
print(a.recv(1))
a.settimeout(5)
b.send(b'y')
print(a.recv(5))
listener = socket.create_server(('127.0.0.1', 0))
listener.settimeout(0.01)
show(listener.accept)
listener.setblocking(False)
show(listener.accept)
b.settimeout(0.01)
try:
    while True:
        b.sendall(bytes(100000))
except TimeoutError as error:
    print(repr(error))
