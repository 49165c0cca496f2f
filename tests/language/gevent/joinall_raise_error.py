# joinall(raise_error=True) raises the first failure as soon as it happens.
import gevent
from _helper import Caught


def work(seconds):
    gevent.sleep(seconds)
    return "fine"


def fails(seconds):
    gevent.sleep(seconds)
    raise ValueError("failed after %s" % seconds)


with Caught():
    slow = gevent.spawn(work, 0.02)
    tasks = [slow, gevent.spawn(fails, 0.01), gevent.spawn(fails, 0)]
    try:
        gevent.joinall(tasks, raise_error=True)
    except ValueError as error:
        print("ValueError", error, slow.ready())
    print(len(gevent.joinall(tasks)))
    done = [gevent.spawn(work, 0), gevent.spawn(work, 0)]
    print([t.value for t in gevent.joinall(done, raise_error=True)])
    try:
        gevent.joinall(tasks, raise_error=True, count=3)
    except ValueError as error:
        print("ValueError", error)
