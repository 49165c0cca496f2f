# Links may be AsyncResult objects, queues' put methods or events' callables.
import gevent
from gevent.event import AsyncResult
from gevent.queue import Queue
from _helper import Caught

result = AsyncResult()
g = gevent.spawn(lambda: "value")
g.link(result)
print(result.get())


def fails():
    raise KeyError("k")


with Caught():
    result = AsyncResult()
    gevent.spawn(fails).link(result)
    try:
        result.get()
    except KeyError as error:
        print("KeyError", error)
queue = Queue()
tasks = [gevent.spawn_later(0.01 - i * 0.004, lambda i=i: i) for i in range(3)]
for task in tasks:
    task.link(queue.put)
print([queue.get().value for _ in tasks])
