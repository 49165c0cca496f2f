# DatagramServer answers what comes.
from gevent import socket
from gevent.server import DatagramServer


class Reversing(DatagramServer):
    def handle(self, data, address):
        self.socket.sendto(data[::-1], address)


server = Reversing(('127.0.0.1', 0))
server.start()
client = socket.socket(type=socket.SOCK_DGRAM)
client.connect(('127.0.0.1', server.server_port))
for word in (b'abc', b'hello'):
    client.send(word)
    print(client.recv(100))
server.stop()
print(server.closed)
