# joinall() returns those that ended, in order of their end.
import gevent


def work(value, seconds):
    gevent.sleep(seconds)
    return value


def values(tasks):
    return [t.value for t in tasks]


def new():
    return [gevent.spawn(work, "slow", 0.03), gevent.spawn(work, "fast", 0),
            gevent.spawn(work, "middle", 0.015)]


tasks = new()
print(values(gevent.joinall(tasks)), values(tasks))
print(values(gevent.joinall(tasks)))
print(values(gevent.joinall(new(), timeout=0.005)))
print(values(gevent.joinall(new(), count=2)))
print(values(gevent.joinall(new(), count=1)))
print(gevent.joinall([]), gevent.joinall([], timeout=1))
try:
    gevent.joinall(iter(tasks))
except TypeError as error:
    print("TypeError", error)
same = gevent.spawn(work, "same", 0)
print(values(gevent.joinall([same, same])))
