# A server of several clients in one thread, by a selector.
import selectors
import socket
import threading

listener = socket.create_server(('127.0.0.1', 0))
listener.setblocking(False)
selector = selectors.DefaultSelector()
done = 0


def accept(sock):
    connection, _ = sock.accept()
    connection.setblocking(False)
    selector.register(connection, selectors.EVENT_READ, answer)


def answer(sock):
    global done
    data = sock.recv(100)
    if data:
        sock.send(data[::-1])
    else:
        selector.unregister(sock)
        sock.close()
        done += 1


def talk(number, results):
    with socket.create_connection(listener.getsockname()) as client:
        for word in (b'abc', b'%d' % number):
            client.send(word)
            results.append(client.recv(100))


results = [[] for _ in range(5)]
clients = [threading.Thread(target=talk, args=(10 + number, results[number])) for number in range(5)]
for client in clients:
    client.start()
selector.register(listener, selectors.EVENT_READ, accept)
while done < 5:
    for key, events in selector.select():
        key.data(key.fileobj)
for client in clients:
    client.join()
print(results)
