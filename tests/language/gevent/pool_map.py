# Pool.map gives the results in order; errors are raised.
import gevent
from gevent.pool import Pool, Group
from _helper import Caught


def work(x):
    gevent.sleep(0.001 * (5 - x))
    return x * x


def fails(x):
    if x == 2:
        raise ValueError("two")
    return x


for pool in (Pool(2), Pool(), Group()):
    print(pool.map(work, range(5)), len(pool))
    print(pool.map(work, []))
    with Caught():
        try:
            pool.map(fails, range(4))
        except ValueError as error:
            print("ValueError", error)
    result = pool.map_async(work, [1, 2])
    print(result.get(), result.ready())
    seen = []
    result = pool.map_async(work, [3], callback=seen.append)
    result.join()
    gevent.sleep(0)
    print(seen)
