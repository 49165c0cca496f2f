# join() waits for the end, at most as long as its timeout, and returns None.
import gevent
from gevent.event import Event

log = []
gate = Event()


def work():
    log.append("start")
    gate.wait()
    log.append("end")


g = gevent.spawn(work)
print(g.join(timeout=0.001), g.ready(), list(log))
gate.set()
print(g.join(), g.ready(), log)
print(g.join(), g.join(0))


def joiner(target, name):
    target.join()
    log.append(name)


log.clear()
gate.clear()
g = gevent.spawn(work)
joiners = [gevent.spawn(joiner, g, "joiner %d" % i) for i in range(3)]
gevent.sleep(0)
gate.set()
gevent.joinall(joiners)
print(log)
print(gevent.Greenlet(work).join(timeout=0.001))
