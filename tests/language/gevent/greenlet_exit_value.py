# A function that raises or returns GreenletExit counts as successful.
import gevent


def raises():
    raise gevent.GreenletExit("raised")


def returns():
    return gevent.GreenletExit("returned")


for function in (raises, returns):
    g = gevent.spawn(function)
    g.join()
    print(repr(g.value), g.successful(), g.exception, repr(g.get()))
