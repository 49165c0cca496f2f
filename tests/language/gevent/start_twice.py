# start() of a greenlet that has started, or has ended, does no harm.
import gevent

log = []
g = gevent.Greenlet(log.append, 1)
g.start()
g.start()
g.join()
print(log)
g.start()
gevent.sleep(0)
print(log, g.ready())
k = gevent.Greenlet(log.append, 2)
k.kill()
k.start()
gevent.sleep(0)
print(log, k.ready())
