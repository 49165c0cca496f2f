# PriorityQueue gives the smallest item first.
import gevent
from gevent.queue import PriorityQueue, Full

q = PriorityQueue()
for item in [(5, "five"), (1, "one"), (3, "three"), (1, "another")]:
    q.put(item)
print(q.peek())
print([q.get() for _ in range(4)])
q = PriorityQueue(items=[3, 1, 2])
print(q.get(), len(q))
q = PriorityQueue(2)
q.put(2)
q.put(1)
try:
    q.put_nowait(0)
except Full:
    print("Full", q.get())
copied = q.copy()
print(copied.get(), q.qsize())


def getter():
    return q.get(), q.get(), q.get()


g = gevent.spawn(getter)
gevent.sleep(0)
q.put(9)
q.put(8)
print(g.get())
