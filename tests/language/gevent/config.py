# gevent.config has its settings; the version is told.
import gevent

print(isinstance(gevent.__version__, str), len(gevent.version_info))
print(gevent.config.max_blocking_time, gevent.config.track_greenlet_tree)
gevent.setswitchinterval(gevent.getswitchinterval())
print(gevent.getswitchinterval() > 0)
