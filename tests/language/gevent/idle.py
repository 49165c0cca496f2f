# idle() returns when nothing else is ready.
import gevent

log = []


def work():
    for i in range(3):
        log.append(i)
        gevent.sleep(0)


gevent.spawn(work)
print(gevent.idle(), log)
