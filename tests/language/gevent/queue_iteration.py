# Queue: iteration ends at StopIteration in the queue.
import gevent
from gevent.queue import Queue

q = Queue()


def fill():
    for i in range(3):
        q.put(i)
        gevent.sleep(0)
    q.put(StopIteration)


gevent.spawn(fill)
print([item for item in q])
q.put("next")
print(next(q))
q.put(StopIteration)
try:
    next(q)
except StopIteration as error:
    print("StopIteration")
q.put(StopIteration("value"))
print(type(q.get()).__name__)
