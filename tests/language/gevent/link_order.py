# Joiners and links of one greenlet run in the order in which they were added.
import gevent

log = []


def work():
    gevent.sleep(0)
    log.append("work ends")
    gevent.spawn(log.append, "spawned at the end")


def joiner(name):
    g.join()
    log.append(name)


g = gevent.spawn(work)
g.link(lambda source: log.append("link 1"))
gevent.spawn(joiner, "joiner 1")
gevent.sleep(0)
g.link(lambda source: log.append("link 2"))
gevent.spawn(joiner, "joiner 2")
for _ in range(5):
    gevent.sleep(0)
print(log)
