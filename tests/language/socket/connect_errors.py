# Connecting where nobody listens.
import errno
import socket

listener = socket.create_server(('127.0.0.1', 0))
nobody = listener.getsockname()
listener.close()
sock = socket.socket()
try:
    sock.connect(nobody)
except ConnectionRefusedError as error:
    print(error.errno == errno.ECONNREFUSED, error.strerror, error.filename)
print(socket.socket().connect_ex(nobody) == errno.ECONNREFUSED)
sock = socket.socket()
sock.settimeout(5)
print(sock.connect_ex(nobody) == errno.ECONNREFUSED)
for attempt in (lambda: socket.create_connection(nobody),
                lambda: socket.create_connection(nobody, timeout=5, all_errors=True)):
    try:
        attempt()
    except Exception as error:
        print(repr(error))
try:
    socket.create_server(('127.0.0.1', 0)).connect(nobody)
except OSError as error:
    print(type(error).__name__)
server = socket.create_server(('127.0.0.1', 0))
client = socket.create_connection(server.getsockname())
try:
    client.connect(server.getsockname())
except OSError as error:
    print(error)
nonblocking = socket.socket()
nonblocking.setblocking(False)
print(nonblocking.connect_ex(server.getsockname()) in (0, errno.EINPROGRESS))
