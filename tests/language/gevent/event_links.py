# Event: rawlink, unlink and linkcount.
import gevent
from gevent.event import Event

event = Event()
log = []


def callback(source):
    log.append(source is event)


event.rawlink(callback)
print(event.linkcount())
event.set()
gevent.sleep(0)
print(log, event.linkcount())
event.clear()
event.rawlink(callback)
event.unlink(callback)
print(event.linkcount())
event.set()
gevent.sleep(0)
print(log)
try:
    event.rawlink(5)
except TypeError as error:
    print("TypeError", error)
