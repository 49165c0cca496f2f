# In a patched program queue.Queue lets other greenlets run.
from gevent import monkey

monkey.patch_all()
import queue
import gevent

q = queue.Queue(1)
log = []


def producer():
    for i in range(3):
        q.put(i)
    q.put(None)


def consumer():
    while True:
        item = q.get()
        if item is None:
            break
        log.append(item)


gevent.joinall([gevent.spawn(producer), gevent.spawn(consumer)])
print(log)
simple = queue.SimpleQueue()
gevent.spawn(simple.put, "simple")
print(simple.get())
