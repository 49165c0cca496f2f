# Queue: waiting getters are served in the order in which they came.
import gevent
from gevent.queue import Queue

q = Queue()
log = []


def getter(name):
    log.append((name, q.get()))


tasks = [gevent.spawn(getter, name) for name in "abc"]
gevent.sleep(0)
for i in range(3):
    q.put(i)
print(log)
gevent.joinall(tasks)
print(log)
tasks = [gevent.spawn(getter, name) for name in "de"]
gevent.sleep(0)
tasks[0].kill()
q.put("for e")
gevent.joinall(tasks)
print(log, repr(tasks[0].value))
