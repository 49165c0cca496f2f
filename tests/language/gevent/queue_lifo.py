# LifoQueue gives the newest item first.
import gevent
from gevent.queue import LifoQueue, Empty

q = LifoQueue()
for i in range(3):
    q.put(i)
print(q.peek(), q.get(), q.get(), q.get())
q = LifoQueue(items=[1, 2, 3])
print(q.get(), q.qsize(), list(q.queue))
q = LifoQueue(1)
log = []


def producer():
    for i in range(3):
        q.put(i)
        log.append("put %d" % i)


gevent.spawn(producer)
for _ in range(3):
    log.append("got %d" % q.get())
print(log)
