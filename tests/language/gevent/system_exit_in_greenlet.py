# SystemExit and KeyboardInterrupt of a greenlet are raised in the main one too.
import gevent
from _helper import Caught


def leave(kind, *args):
    raise kind(*args)


for kind in (SystemExit, KeyboardInterrupt):
    with Caught() as caught:
        g = gevent.spawn(leave, kind, 3)
        try:
            gevent.sleep(0.01)
        except BaseException as error:
            print("main got", repr(error))
        print(g.ready(), g.successful(), repr(g.exception), repr(g.value))
    print(caught.shown())
