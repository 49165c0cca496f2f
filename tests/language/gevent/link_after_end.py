# A link to a greenlet that has ended is called at the next turn.
import gevent

log = []
g = gevent.spawn(lambda: 5)
g.join()
g.link(lambda source: log.append(("late", source.value)))
g.link_value(lambda source: log.append(("late value", source.value)))
g.link_exception(lambda source: log.append("never"))
print(log)
gevent.sleep(0)
print(log)
g.rawlink(lambda source: log.append("raw"))
gevent.sleep(0)
print(log)
