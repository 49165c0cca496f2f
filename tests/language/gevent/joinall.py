# joinall() returns those that ended, in order of their end.
import gevent


def work(value, turns):
    for _ in range(turns):
        gevent.sleep(0)
    return value


def values(tasks):
    return [t.value for t in tasks]


def new():
    return [gevent.spawn(work, "slow", 30), gevent.spawn(work, "fast", 1),
            gevent.spawn(work, "middle", 15)]


tasks = new()
print(values(gevent.joinall(tasks)), values(tasks))
print(values(gevent.joinall(tasks)))
never = gevent.spawn(gevent.sleep, 1000)
print(values(gevent.joinall(new() + [never], timeout=0.1)))
print(values(gevent.joinall(new(), count=2)))
print(values(gevent.joinall(new(), count=1)))
print(gevent.joinall([]), gevent.joinall([], timeout=1))
try:
    gevent.joinall(iter(tasks))
except TypeError as error:
    print("TypeError", error)
same = gevent.spawn(work, "same", 0)
print(values(gevent.joinall([same, same])))
