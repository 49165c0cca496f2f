# A timeout hits only the greenlet that started it; an uncaught one is reported.
import gevent
from gevent import Timeout
from _helper import Caught

log = []


def limited():
    with Timeout(0.002, False):
        gevent.sleep(1)
    log.append("limited goes on")


def other():
    gevent.sleep(0.05)
    log.append("other undisturbed")


gevent.joinall([gevent.spawn(limited), gevent.spawn(other)])
print(log)


def lost():
    Timeout.start_new(0.001)
    gevent.sleep(1)


with Caught() as caught:
    g = gevent.spawn(lost)
    g.join()
print(g.successful(), type(g.exception).__name__, g.exception)
print(caught.shown().split("\n")[-3])
