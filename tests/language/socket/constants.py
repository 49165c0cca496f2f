# Families, kinds and flags are members of enumerations; the star import brings them.
import socket as module
from socket import *

print(repr(AF_INET), str(AF_INET), repr(SOCK_STREAM), AF_INET == 2)
print(repr(module.AF_UNIX), repr(SOCK_DGRAM), isinstance(AF_INET, int))
print(SHUT_RD, SHUT_WR, SHUT_RDWR, SOL_SOCKET, SO_REUSEADDR, IPPROTO_TCP, TCP_NODELAY, SOMAXCONN)
print(INADDR_ANY, INADDR_BROADCAST, has_ipv6, MSG_PEEK | MSG_DONTWAIT, repr(AI_PASSIVE))
print(AddressFamily.AF_INET6.name, SocketKind(1), module.AddressFamily is AddressFamily)
sock = socket()
print(type(sock).__name__, repr(sock.family), repr(sock.type))
for name in ('socket', 'create_connection', 'gethostbyname', 'timeout', 'error', 'AF_INET',
             'getaddrinfo', 'inet_aton', 'SO_REUSEPORT', 'socketpair'):
    print(name, name in globals())
