# What is no address is refused with the names of function and family.
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

sock = socket.socket()
for address in (1, ('a',), (1, 2), ('127.0.0.1', 'x'), ('127.0.0.1', 70000), ('127.0.0.1', -1),
                ('a\0b', 0), 'x'):
    show(sock.connect, address)
    show(sock.bind, address)
show(sock.connect_ex, 5)
six = socket.socket(socket.AF_INET6)
for address in (('::1',), ('::1', 1, 0, 0, 0), ('::1', 1, -1), 7):
    show(six.connect, address)
unix = socket.socket(socket.AF_UNIX)
for address in (('a', 1), 5, 'x' * 200):
    show(unix.bind, address)
show(unix.connect, '/does/not/exist')
