# Datagrams keep their borders and tell who sent them.
import socket

one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
two = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(('127.0.0.1', 0))
two.bind(('127.0.0.1', 0))
print(one.sendto(b'first', two.getsockname()), one.sendto(b'second', 0, two.getsockname()))
data, sender = two.recvfrom(100)
print(data, sender == one.getsockname())
print(two.recvfrom(3)[0])
one.connect(two.getsockname())
one.send(b'third')
room = bytearray(10)
print(two.recvfrom_into(room)[0], room)
one.sendto(b'', two.getsockname())
print(two.recv(10))
two.settimeout(0.01)
try:
    two.recv(10)
except TimeoutError as error:
    print(error)
print(two.family == socket.AF_INET, two.type == socket.SOCK_DGRAM, two.proto)
