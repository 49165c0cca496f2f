# Queue: a get that times out takes nothing; a put that times out leaves nothing.
import gevent
from gevent.queue import Queue, Empty, Full

q = Queue(1)
log = []


def getter(name, timeout):
    try:
        log.append((name, q.get(timeout=timeout)))
    except Empty:
        log.append((name, "Empty"))


a = gevent.spawn(getter, "a", 0.002)
b = gevent.spawn(getter, "b", 5)
a.join()
q.put("item")
b.join()
print(log, q.qsize())
q.put("fills")
try:
    q.put("too much", timeout=0.002)
except Full:
    print("Full", q.qsize(), q.get(), q.empty())
with gevent.Timeout(0.002, False):
    q.get()
q.put(1)
print(q.get())
