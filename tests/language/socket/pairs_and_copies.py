# socketpair, dup, detach, fromfd: how long a connection lives.
import os
import socket

a, b = socket.socketpair()
print(a.family == socket.AF_UNIX, a.type == socket.SOCK_STREAM, a.getpeername() == '')
copy = a.dup()
print(copy.fileno() != a.fileno(), copy.family == a.family)
a.close()
copy.send(b'still there')
print(b.recv(100))
number = copy.detach()
print(copy.fileno(), number >= 0)
again = socket.socket(fileno=number)
print(again.family == socket.AF_UNIX, again.type == socket.SOCK_STREAM, again.proto)
third = socket.fromfd(again.fileno(), socket.AF_UNIX, socket.SOCK_STREAM)
again.close()
third.send(b'y')
print(b.recv(1), os.get_inheritable(b.fileno()), b.get_inheritable())
b.set_inheritable(True)
print(b.get_inheritable())
third.shutdown(socket.SHUT_WR)
print(b.recv(1))
b.send(b'back')
print(third.recv(10))
third.close()
try:
    b.send(b'x')
except BrokenPipeError as error:
    print(repr(error))
with b:
    pass
print(b.fileno())
