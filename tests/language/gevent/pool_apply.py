# apply waits for the value; apply_async returns a greenlet; callbacks get the value.
import gevent
from gevent.pool import Pool, Group
from _helper import Caught


def work(a, b=0):
    gevent.sleep(0)
    return a + b


for pool in (Pool(1), Group()):
    print(pool.apply(work, (1,)), pool.apply(work, (1,), {"b": 2}), pool.apply(work, [3, 4]))
    seen = []
    g = pool.apply_async(work, (5,), callback=seen.append)
    print(type(g).__name__, g.get())
    gevent.sleep(0)
    gevent.sleep(0)
    print(seen)
    print(pool.apply_cb(work, (6,), callback=seen.append))
    gevent.sleep(0)
    gevent.sleep(0)
    print(seen)
    with Caught():
        try:
            pool.apply(work, ("x",), {"b": 1})
        except TypeError as error:
            print("TypeError", error)
