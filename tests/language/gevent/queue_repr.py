# What queues look like.
import gevent
from gevent.queue import Queue, LifoQueue, PriorityQueue, JoinableQueue, Channel
from _helper import masked

for kind in (Queue, LifoQueue, PriorityQueue, JoinableQueue):
    print(masked(kind()), masked(kind(3)))
print(masked(Channel()))
try:
    Channel(3)
except ValueError as error:
    print("ValueError", error)
q = Queue(2)
q.put(1)
print(masked(q), masked(str(q)))
q.put(2)
gevent.spawn(q.put, 3)
gevent.sleep(0)
print(masked(q))
empty = Queue()
gevent.spawn(empty.get)
gevent.sleep(0)
print(masked(empty))
