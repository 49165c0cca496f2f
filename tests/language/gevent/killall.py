# killall() ends many at once, blocking until all are dead.
import gevent

log = []


def work(name):
    try:
        gevent.sleep(10)
    except BaseException as error:
        log.append((name, repr(error)))
        gevent.sleep(0)
        raise


tasks = [gevent.spawn(work, i) for i in range(3)]
gevent.sleep(0)
print(gevent.killall(tasks), log, [t.ready() for t in tasks])
log.clear()
tasks = [gevent.spawn(work, i) for i in range(3)]
print(gevent.killall(tasks), log, [t.ready() for t in tasks], repr(tasks[0].value))
tasks = [gevent.spawn(work, i) for i in range(2)]
gevent.sleep(0)
print(gevent.killall(tasks, block=False), [t.ready() for t in tasks], log)
gevent.joinall(tasks)
print(log)
log.clear()
tasks = [gevent.spawn(work, "k")]
gevent.sleep(0)
gevent.killall(tasks, exception=gevent.GreenletExit("reason"), timeout=1)
print(log)
print(gevent.killall([]))


def stubborn():
    while True:
        try:
            gevent.sleep(10)
        except gevent.GreenletExit:
            log.append("stays")


s = gevent.spawn(stubborn)
gevent.sleep(0)
try:
    gevent.killall([s], timeout=0.002)
except gevent.Timeout as error:
    print("Timeout", error)
