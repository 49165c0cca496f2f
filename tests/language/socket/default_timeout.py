# The default timeout is that of new sockets; an accepted one does not take over its listener's.
import socket

print(socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
sock = socket.socket()
print(sock.gettimeout(), socket.getdefaulttimeout())
socket.setdefaulttimeout(None)
print(socket.socket().gettimeout())
for bad in (-1, 'x'):
    try:
        socket.setdefaulttimeout(bad)
    except (ValueError, TypeError) as error:
        print(repr(error))
listener = socket.create_server(('127.0.0.1', 0))
listener.settimeout(5)
client = socket.create_connection(listener.getsockname(), timeout=3)
accepted, _ = listener.accept()
print(client.gettimeout(), accepted.gettimeout())
