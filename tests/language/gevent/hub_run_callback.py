# hub.loop.run_callback runs functions in order at the next turn, in the hub.
import gevent

hub = gevent.get_hub()
log = []
one = hub.loop.run_callback(log.append, 1)
two = hub.loop.run_callback(log.append, 2)
hub.loop.run_callback(lambda: log.append(gevent.getcurrent() is hub))
gevent.spawn(log.append, "spawned")
hub.loop.run_callback(log.append, 3)
print(one.pending, bool(one), log)
two.stop()
gevent.sleep(0)
print(log, one.pending)
print(two.pending)
