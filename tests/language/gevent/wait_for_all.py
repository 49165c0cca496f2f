# wait() without objects runs until nothing is left to do.
import gevent

log = []


def work(name, seconds):
    gevent.sleep(seconds)
    log.append(name)


gevent.spawn(work, "a", 0.005)
gevent.spawn(work, "b", 0.001)
print(gevent.wait(), log)
gevent.spawn(work, "late", 5)
print(gevent.wait(timeout=0.005), log)
