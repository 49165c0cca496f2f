# Other BaseExceptions are reported like exceptions and do not reach the main greenlet.
import gevent
from _helper import Caught


class Own(BaseException):
    pass


def fails():
    raise Own("own")


with Caught() as caught:
    g = gevent.spawn(fails)
    gevent.sleep(0)
    print(g.ready(), g.successful(), repr(g.exception))
print(caught.shown())
