# A greenlet that failed: value, exception, exc_info, get() and what is printed.
import gevent
from _helper import Caught


def fails():
    raise ValueError("no luck")


with Caught() as caught:
    g = gevent.spawn(fails)
    print(g.join())
    print(g.ready(), g.successful(), g.value, repr(g.exception), g.dead)
    print(g.exc_info[0], repr(g.exc_info[1]), g.exc_info[2] is not None)
    for _ in range(2):
        try:
            g.get()
        except ValueError as error:
            print("get raised", error, error is g.exception)
print(caught.shown())
