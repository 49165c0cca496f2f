# Without a patch time.sleep stops every greenlet.
import time
import gevent

log = []


def work(name, seconds):
    log.append(name + " starts")
    time.sleep(seconds)
    log.append(name + " ends")


gevent.joinall([gevent.spawn(work, "slow", 0.004), gevent.spawn(work, "fast", 0.001)])
print(log)
