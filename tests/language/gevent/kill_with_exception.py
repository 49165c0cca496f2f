# kill() with an exception of one's own; one that is caught does not end the greenlet.
import gevent
from _helper import Caught

log = []


class Stop(Exception):
    pass


def work():
    while True:
        try:
            gevent.sleep(10)
        except KeyError as error:
            log.append("survived %r" % error)


with Caught() as caught:
    g = gevent.spawn(work)
    gevent.sleep(0)
    g.kill(KeyError("first"), block=False)
    gevent.sleep(0)
    print(log, g.ready())
    g.kill(Stop("enough"))
    print(g.ready(), g.successful(), repr(g.exception))
    h = gevent.spawn(work)
    gevent.sleep(0)
    h.kill(Stop)
    print(repr(h.exception))
print(caught.shown().split("\n")[-3])
k = gevent.spawn(work)
gevent.sleep(0)
k.kill(KeyError, timeout=0.005)
print(k.ready())
k.kill()
print(k.ready())
