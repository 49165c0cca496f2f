# Event: waiters go on when it is set, in order; wait() tells whether it was.
import gevent
from gevent.event import Event

event = Event()
log = []


def waiter(name):
    log.append((name, event.wait()))


print(event.is_set(), event.ready(), event.isSet())
tasks = [gevent.spawn(waiter, i) for i in range(3)]
gevent.sleep(0)
print(event.set(), event.is_set(), log)
gevent.spawn(log.append, "spawned after set")
gevent.joinall(tasks)
print(log)
print(event.wait(), event.wait(timeout=0))
print(event.clear(), event.is_set(), event.wait(timeout=0.001), event.wait(0))
print(event.ready(), bool(event))
