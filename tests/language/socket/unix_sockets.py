# args: {tmp}
# Unix sockets listen at a path or at a name that is no path.
import os
import socket
import sys

path = os.path.join(sys.argv[1], 'sock')
listener = socket.socket(socket.AF_UNIX)
print(repr(listener.getsockname()))
listener.bind(path)
listener.listen()
print(listener.getsockname() == path)
client = socket.socket(socket.AF_UNIX)
client.connect(path)
accepted, address = listener.accept()
print(repr(address), client.getpeername() == path, repr(client.getsockname()))
client.send(b'hello')
print(accepted.recv(10))
again = socket.socket(socket.AF_UNIX)
try:
    again.bind(path)
except OSError as error:
    print(type(error).__name__, error)
name = '\0weft-test-' + str(os.getpid())
abstract = socket.socket(socket.AF_UNIX)
abstract.bind(name)
print(abstract.getsockname() == name.encode())
datagram = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
datagram.bind(path + '2')
sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
sender.sendto(b'data', path + '2')
print(datagram.recvfrom(10))
