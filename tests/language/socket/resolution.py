# getaddrinfo and its kin for numeric addresses and this host.
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

show(socket.getaddrinfo, '127.0.0.1', 80)
show(socket.getaddrinfo, '127.0.0.1', 'http', 0, socket.SOCK_STREAM)
show(socket.getaddrinfo, '::1', 80, type=socket.SOCK_STREAM)
show(socket.getaddrinfo, None, 0, socket.AF_INET, socket.SOCK_STREAM)
show(socket.getaddrinfo, None, 0, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE)
show(socket.getaddrinfo, '127.0.0.1', 'no such service')
show(socket.getaddrinfo, 5, 80)
show(socket.getaddrinfo, 'a', 5.5)
show(socket.getaddrinfo, None, None)
show(socket.getaddrinfo, '127.0.0.1', 80, 99)
show(socket.getaddrinfo, '127.0.0.1', 80, 0, 99)
show(socket.gethostbyname, '127.0.0.1')
show(socket.gethostbyname, 'localhost')
show(socket.gethostbyname, '')
show(socket.gethostbyname, '<broadcast>')
show(socket.gethostbyname_ex, '127.0.0.1')
numeric = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
show(socket.getnameinfo, ('127.0.0.1', 80), numeric)
show(socket.getnameinfo, ('::1', 80), numeric)
show(socket.getnameinfo, ('localhost', 80), numeric)
show(socket.getnameinfo, 5, 0)
show(socket.getnameinfo, ('127.0.0.1',), 0)
print(issubclass(socket.gaierror, OSError), issubclass(socket.herror, OSError), socket.error is OSError)
print(socket.gaierror, socket.herror)
