# wait_read, wait_write and gevent.select wait for descriptors.
import os

import gevent
from gevent import select, socket

read_end, write_end = os.pipe()
turns = []


def wait():
    socket.wait_read(read_end)
    turns.append(os.read(read_end, 10))


waiting = gevent.spawn(wait)
gevent.sleep(0)
turns.append('writing')
os.write(write_end, b'x')
waiting.join()
print(turns)
socket.wait_write(write_end)
try:
    socket.wait_read(read_end, timeout=0.001)
except socket.timeout as error:
    print(error)
try:
    socket.wait_read(read_end, timeout=0.001, timeout_exc=KeyError('own'))
except KeyError as error:
    print(error)
print(select.select([read_end], [write_end], [], 0)[1] == [write_end])
print(select.select([read_end], [], [], 0.001))
poll = select.poll()
poll.register(read_end, select.POLLIN)
polling = gevent.spawn(poll.poll)
gevent.sleep(0)
os.write(write_end, b'y')
print(polling.get() == [(read_end, select.POLLIN)])
