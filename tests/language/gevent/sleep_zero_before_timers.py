# Greenlets that sleep shortly run after those that are ready.
import gevent

log = []


def ready():
    log.append("ready 1")
    gevent.sleep(0)
    log.append("ready 2")


def short():
    gevent.sleep(0.001)
    log.append("short")


gevent.joinall([gevent.spawn(short), gevent.spawn(ready)])
print(log)
