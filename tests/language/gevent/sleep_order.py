# Sleepers wake in the order of their deadlines.
import gevent

log = []


def sleeper(name, seconds):
    gevent.sleep(seconds)
    log.append(name)


tasks = [gevent.spawn(sleeper, name, seconds / 1000)
         for name, seconds in [("e", 50), ("b", 20), ("d", 40), ("a", 10), ("c", 30)]]
gevent.joinall(tasks)
print(log)
