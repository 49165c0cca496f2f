# Options are numbers or bytes.
import socket
import struct

sock = socket.socket()
print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
linger = struct.pack('ii', 1, 7)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8) == linger)
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
print(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 4))
