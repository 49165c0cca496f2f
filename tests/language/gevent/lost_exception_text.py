# The text a lost exception leaves on standard error: traceback, then greenlet and type.
import gevent
from _helper import Caught


class Own(Exception):
    pass


def inner(value):
    raise Own("text %d" % value)


def work(value, key=None):
    try:
        {}["missing"]
    except KeyError:
        inner(value)


with Caught() as caught:
    gevent.joinall([gevent.spawn(work, 1), gevent.spawn(work, 2, key="k")])
print(caught.shown())


class Worker(gevent.Greenlet):
    def _run(self):
        raise Own("in a subclass")


with Caught() as caught:
    Worker.spawn().join()
print(caught.shown())
