# throw() into a Greenlet from outside the hub: started, unstarted and dead.
import gevent
from _helper import Caught

log = []


def work():
    try:
        gevent.sleep(10)
    except BaseException as error:
        log.append(repr(error))
        raise


with Caught() as caught:
    g = gevent.spawn(work)
    g.throw(ValueError("unstarted"))
    print(g.ready(), repr(g.exception), log)
    g = gevent.spawn(work)
    gevent.sleep(0)
    gevent.spawn(g.throw, KeyError("parked"))
    gevent.sleep(0)
    g.join()
    print(g.ready(), repr(g.exception), log)
    g.throw(KeyError("dead"))
    print(repr(g.exception))
