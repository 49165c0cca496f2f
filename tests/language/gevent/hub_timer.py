# hub.loop.timer calls back after its time; stop() ends it.
import gevent

hub = gevent.get_hub()
log = []
timer = hub.loop.timer(0.002)
timer.start(log.append, "fired")
other = hub.loop.timer(0.001)
other.start(log.append, "never")
print(timer.active, other.active)
other.stop()
print(other.active)
gevent.sleep(0.01)
print(log, timer.active)
repeated = hub.loop.timer(0.001, repeat=0.001)
repeated.start(log.append, "again")
while log.count("again") < 3:
    gevent.sleep(0.001)
repeated.stop()
repeated.close()
print(log[:4], hub.loop.now() > 0)
