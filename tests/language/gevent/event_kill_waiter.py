# A waiter that is killed or times out leaves the event.
import gevent
from gevent.event import Event

event = Event()
log = []


def waiter(name):
    try:
        log.append((name, event.wait()))
    except BaseException as error:
        log.append((name, repr(error)))
        raise


a, b = gevent.spawn(waiter, "a"), gevent.spawn(waiter, "b")
gevent.sleep(0)
print(event.linkcount())
a.kill()
print(event.linkcount(), log)
with gevent.Timeout(0.002, False):
    event.wait()
print(event.linkcount())
event.set()
b.join()
print(log)
