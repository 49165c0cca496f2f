# getcurrent(), get_hub() and who is whose parent.
import gevent
import greenlet

hub = gevent.get_hub()
main = gevent.getcurrent()
print(hub is gevent.get_hub(), hub.parent is main, main.parent, type(hub).__name__)
print(isinstance(hub, greenlet.greenlet), gevent.getcurrent is greenlet.getcurrent)


def work():
    return gevent.getcurrent() is g, gevent.getcurrent().parent is hub


g = gevent.spawn(work)
print(g.get(), g.parent is hub, g.loop is hub.loop)
raw = gevent.spawn_raw(lambda: None)
print(raw.parent is hub)
gevent.sleep(0)
print(gevent.GreenletExit is greenlet.GreenletExit)
