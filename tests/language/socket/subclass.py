# Classes derived from socket have attributes and may replace methods.
import socket


class Counting(socket.socket):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sent = 0

    def send(self, data, flags=0):
        count = super().send(data, flags)
        self.sent += count
        return count


a, b = socket.socketpair()
counting = Counting(a.family, a.type, a.proto, a.detach())
counting.send(b'abc')
counting.send(b'de')
print(counting.sent, b.recv(10), type(counting.dup()).__name__)
print(repr(counting)[:22])
try:
    counting.__getstate__()
except TypeError as error:
    print(error)
counting.close()
print(repr(counting).split(' fd')[0])
