# Names, numbers and addresses are converted without asking anybody.
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

show(socket.inet_aton, '127.1')
show(socket.inet_aton, 'x')
show(socket.inet_ntoa, b'abcd')
show(socket.inet_ntoa, b'abc')
show(socket.inet_pton, socket.AF_INET6, '::1')
show(socket.inet_pton, socket.AF_INET, 'x')
show(socket.inet_pton, 99, 'x')
show(socket.inet_ntop, socket.AF_INET6, bytes(15) + b'\1')
show(socket.inet_ntop, socket.AF_INET, b'abc')
show(socket.inet_ntop, 99, b'abc')
for function in (socket.htons, socket.ntohs, socket.htonl, socket.ntohl):
    for number in (1, 258, -1, 70000, 2 ** 32):
        show(function, number)
show(socket.getservbyname, 'http')
show(socket.getservbyname, 'http', 'tcp')
show(socket.getservbyname, 'no such service')
show(socket.getservbyport, 80)
show(socket.getservbyport, -1)
show(socket.getprotobyname, 'tcp')
show(socket.getprotobyname, 'zz')
show(socket.if_nametoindex, 'no such interface')
show(socket.if_nametoindex, 'lo')
print((1, 'lo') in socket.if_nameindex())
