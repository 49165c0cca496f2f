# Those who wait when an event is set are woken even if it is cleared at once.
import gevent
from gevent.event import Event

event = Event()
log = []


def waiter(name):
    log.append((name, event.wait(0.02)))


tasks = [gevent.spawn(waiter, i) for i in range(2)]
gevent.sleep(0)
event.set()
event.clear()
late = gevent.spawn(waiter, "late")
gevent.joinall(tasks)
print(log, event.is_set())
late.join()
print(log)
