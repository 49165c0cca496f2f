# reinit() leaves a running program as it is.
import gevent

log = []
g = gevent.spawn(log.append, 1)
print(gevent.reinit())
g.join()
print(log)
