# Raw greenlets inside a gevent greenlet: they wait in the hub like others.
import gevent
from greenlet import greenlet

log = []


def raw(name):
    log.append(name + " before")
    gevent.sleep(0.001)
    log.append(name + " after")
    return name


def work():
    g = greenlet(raw)
    log.append(g.switch("raw"))
    return "worked"


w = gevent.spawn(work)
gevent.spawn(log.append, "other")
print(w.get())
print(log)
main_raw = greenlet(raw)
print(main_raw.switch("in main"))
