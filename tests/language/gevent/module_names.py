# What gevent's modules are called and what they offer.
import gevent
import gevent.event, gevent.lock, gevent.queue, gevent.pool, gevent.local, gevent.timeout
import gevent.greenlet, gevent.hub, gevent.monkey, gevent.time, gevent.exceptions, gevent.util
import gevent.threadpool

for name in ("spawn", "spawn_later", "spawn_raw", "iwait", "wait", "killall", "Timeout", "with_timeout",
             "getcurrent", "sleep", "idle", "kill", "reinit", "joinall", "Greenlet", "GreenletExit",
             "get_hub", "signal_handler", "fork", "config"):
    print(name, hasattr(gevent, name))
print(gevent.greenlet.Greenlet is gevent.Greenlet, gevent.timeout.Timeout is gevent.Timeout)
print(gevent.hub.sleep is gevent.sleep, gevent.time.sleep is gevent.sleep)
for module in (gevent.event, gevent.lock, gevent.queue, gevent.pool, gevent.local):
    print(sorted(module.__all__))
