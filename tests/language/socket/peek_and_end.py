# Peeking, the end of a stream, and a peer that resets.
import socket
import struct

a, b = socket.socketpair()
a.send(b'abcdef')
print(b.recv(3, socket.MSG_PEEK), b.recv(2), b.recv(100))
a.sendall(b'')
a.sendall(bytearray(b'12'))
a.sendall(memoryview(b'345')[1:])
print(b.recv(10))
a.shutdown(socket.SHUT_WR)
print(b.recv(10), b.recv(10))
listener = socket.create_server(('127.0.0.1', 0))
client = socket.create_connection(listener.getsockname())
accepted, _ = listener.accept()
accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
accepted.close()
try:
    client.recv(10)
except ConnectionResetError as error:
    print(repr(error))
print(repr(client.recv(10)))
