# unlink() and unlink_all() take callbacks back.
import gevent

log = []


def callback(source):
    log.append("callback")


def other(source):
    log.append("other")


g = gevent.spawn(lambda: None)
g.link(callback)
g.link(other)
print(g.has_links())
g.unlink(callback)
g.join()
gevent.sleep(0)
print(log)
log.clear()
g = gevent.spawn(lambda: None)
g.rawlink(callback)
g.rawlink(other)
g.unlink(other)
g.unlink(other)
gevent.sleep(0)
gevent.sleep(0)
print(log)
log.clear()
g = gevent.spawn(lambda: None)
g.link(callback)
g.rawlink(other)
g.unlink_all()
print(g.has_links())
g.join()
gevent.sleep(0)
print(log)
try:
    g.link(5)
except TypeError as error:
    print("TypeError", error)
try:
    g.rawlink(5)
except TypeError as error:
    print("TypeError", error)
