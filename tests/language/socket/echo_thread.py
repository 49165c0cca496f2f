# A server in a thread answers a client until the client closes.
import socket
import threading

listener = socket.create_server(('127.0.0.1', 0))


def serve():
    connection, address = listener.accept()
    print(address[0], connection.family, connection.type)
    with connection:
        while data := connection.recv(100):
            connection.sendall(data.upper())


server = threading.Thread(target=serve)
server.start()
with socket.create_connection(listener.getsockname()) as client:
    for word in (b'one', b'two', b'three'):
        client.sendall(word)
        print(client.recv(100))
    print(client.getpeername() == listener.getsockname())
server.join()
listener.close()
print(listener.fileno())
