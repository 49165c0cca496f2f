# Wrong sizes, options, flags and descriptors raise what they raise elsewhere.
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

sock = socket.socket()
show(sock.recv, -1)
show(sock.recv, 'a')
show(sock.send, 'abc')
show(sock.sendto, b'a')
show(sock.sendto, b'a', 1, 2, 3)
show(sock.sendto, b'a', 1)
show(sock.recv_into, bytearray(3), 5)
show(sock.recv_into, bytearray(3), -1)
show(sock.setsockopt, 1, 2)
show(sock.setsockopt, 1, 2, 'x')
show(sock.getsockopt, 1, 2, 5000)
show(sock.getsockopt, 12345, 2)
show(sock.shutdown, 5)
show(sock.getpeername)
show(sock.listen, 'a')
show(sock.settimeout, -1)
show(sock.settimeout, 'x')
show(sock.settimeout, float('nan'))
show(sock.makefile, 'q')
show(sock.makefile, 'r', 0)
show(socket.socket, 99)
show(socket.socket, fileno=-1)
show(socket.socket, fileno='a')
show(socket.socket, socket.AF_INET, 99)
sock.close()
show(sock.recv, 1)
show(sock.getsockname)
show(sock.detach)
