# hub.join() waits until nothing is left to run.
import gevent

log = []


def work(name, seconds):
    gevent.sleep(seconds)
    log.append(name)


gevent.spawn(work, "a", 0.002)
gevent.spawn(work, "b", 0)
print(gevent.get_hub().join(), log)
gevent.spawn(work, "c", 5)
print(gevent.get_hub().join(timeout=0.002), log)
