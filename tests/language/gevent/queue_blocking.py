# Queue: getters wait for items, putters for room, each in order.
import gevent
from gevent.queue import Queue

q = Queue(1)
log = []


def producer(name, count):
    for i in range(count):
        q.put((name, i))
        log.append(("put", name, i))


def consumer(name, count):
    for _ in range(count):
        item = q.get()
        log.append((name, "got") + item)


gevent.joinall([gevent.spawn(producer, "p", 4), gevent.spawn(consumer, "a", 2),
                gevent.spawn(consumer, "b", 2)])
for line in log:
    print(line)
