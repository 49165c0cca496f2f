# spawn_raw() runs a function on a plain greenlet, which has no value and no links.
import gevent
from greenlet import greenlet

log = []


def work(a, b=0):
    log.append((a, b))
    gevent.sleep(0)
    log.append("end")


g = gevent.spawn_raw(work, 1, b=2)
print(isinstance(g, greenlet), isinstance(g, gevent.Greenlet), log)
gevent.sleep(0)
print(log, g.dead)
gevent.sleep(0)
print(log, g.dead)
