"""Echo over TCP by weft's own tasks."""
import socket


def answer(connection):
    with connection:
        while data := connection.recv(4096):
            connection.sendall(data)


listener = socket.create_server(('127.0.0.1', 0), backlog=1024)
print(listener.getsockname()[1], flush=True)
while True:
    spawn(answer, listener.accept()[0])
