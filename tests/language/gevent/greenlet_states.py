# started, ready(), successful(), dead, truth, value and exception over a greenlet's life.
import gevent


def show(text, g):
    print(text, g.started, g.ready(), g.successful(), g.dead, bool(g), g.value, repr(g.exception))


def work():
    show("running", gevent.getcurrent())
    gevent.sleep(0)
    return "result"


g = gevent.Greenlet(work)
show("new", g)
g.start()
show("started", g)
gevent.sleep(0)
show("parked", g)
g.join()
show("ended", g)
