# Several threads accept at one socket, and several send big data at once.
import socket
import threading

listener = socket.create_server(('127.0.0.1', 0))
size = 300000
counts = []
lock = threading.Lock()


def serve():
    while True:
        connection, _ = listener.accept()
        with connection:
            first = connection.recv(1)
            if first == b'q':
                return
            count = 1
            while data := connection.recv(65536):
                count += len(data)
            connection.sendall(b'%d' % count)


def send(number):
    with socket.create_connection(listener.getsockname()) as client:
        client.sendall(bytes([65 + number]) * (size + number))
        client.shutdown(socket.SHUT_WR)
        with lock:
            counts.append(int(client.recv(100)))


servers = [threading.Thread(target=serve) for _ in range(3)]
clients = [threading.Thread(target=send, args=(number,)) for number in range(6)]
for thread in servers + clients:
    thread.start()
for thread in clients:
    thread.join()
for _ in servers:
    with socket.create_connection(listener.getsockname()) as client:
        client.send(b'q')
        client.recv(1)
for thread in servers:
    thread.join()
print(sorted(count - size for count in counts))
