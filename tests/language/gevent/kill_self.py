# A greenlet may kill itself, and be killed by what it started.
import gevent

log = []


def own():
    try:
        gevent.getcurrent().kill()
        log.append("never")
    finally:
        log.append("finally")


g = gevent.spawn(own)
g.join()
print(log, repr(g.value))
log.clear()


def child(parent):
    log.append("child")
    parent.kill()
    log.append("child ends")


def parent():
    me = gevent.getcurrent()
    gevent.spawn(child, me)
    try:
        gevent.sleep(10)
    finally:
        log.append("parent killed")


g = gevent.spawn(parent)
g.join()
gevent.sleep(0)
gevent.sleep(0)
print(log, repr(g.value))
