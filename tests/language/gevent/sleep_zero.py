# sleep(0) lets every ready greenlet run once.
import gevent

log = []


def work(name):
    for i in range(3):
        log.append(name + str(i))
        gevent.sleep(0)


a = gevent.spawn(work, "a")
b = gevent.spawn(work, "b")
for i in range(4):
    log.append("main%d" % i)
    gevent.sleep(0)
print(log)
log.clear()
c = gevent.spawn(work, "c")
gevent.sleep()
print(log)
gevent.sleep(-1)
print(log, c.ready())
print(gevent.sleep(0.001))
try:
    gevent.sleep("long")
except TypeError as error:
    print("TypeError")
