# In a patched program requests of many greenlets are under way at once, and a killed one ends.
# heavy
from gevent import monkey

monkey.patch_all()

import socket

import gevent
import requests
from gevent.event import Event
from gevent.server import StreamServer

waiting = 0
all_there = Event()
gone = Event()


def serve(peer, address):
    global waiting
    head = b""
    while b"\r\n\r\n" not in head:
        head += peer.recv(1000)
    if b"/never" in head:
        all_there.set()
        if peer.recv(1000) == b"":
            gone.set()
        return
    waiting += 1
    if waiting == 20:
        all_there.set()
    all_there.wait(20)
    number = head.split()[1].rpartition(b"/")[2]
    peer.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(number), number))


server = StreamServer(("127.0.0.1", 0), serve)
server.start()
base = "http://127.0.0.1:%d" % server.server_port
jobs = [gevent.spawn(lambda i=i: requests.get(f"{base}/{i}", timeout=20).text) for i in range(20)]
gevent.joinall(jobs)
print([job.value for job in jobs])

all_there.clear()
job = gevent.spawn(requests.get, base + "/never")
all_there.wait(20)
job.kill()
print(job.value, gone.wait(20))

with gevent.Timeout(0.1, False):
    requests.get(base + "/never")
    print("not reached")
print("timed out")
server.stop()
