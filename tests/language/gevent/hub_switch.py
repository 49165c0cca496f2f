# A greenlet gives way with hub.switch(); others wake it through the hub.
import gevent

hub = gevent.get_hub()
log = []


def sleeper():
    me = gevent.getcurrent()
    hub.loop.run_callback(me.switch, "value")
    log.append("parks")
    log.append(hub.switch())
    return "end"


g = gevent.spawn(sleeper)
gevent.spawn(log.append, "other")
print(g.get(), log)


def thrown():
    me = gevent.getcurrent()
    hub.loop.run_callback(me.throw, KeyError("thrown"))
    try:
        hub.switch()
    except KeyError as error:
        log.append(repr(error))


log.clear()
gevent.spawn(thrown).join()
print(log)
