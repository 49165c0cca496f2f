# ThreadPool runs functions in threads while greenlets go on.
import gevent
import threading
from gevent.threadpool import ThreadPool
from _helper import Caught

pool = ThreadPool(2)
main = threading.get_ident()


def work(x):
    return x * 2, threading.get_ident() != main


print(pool.apply(work, (1,)), pool.spawn(work, 2).get())
print(pool.map(work, range(3)))
print(sorted(pool.imap_unordered(work, range(3))))
print(pool.maxsize)


def fails():
    raise ValueError("in the thread")


with Caught():
    try:
        pool.apply(fails)
    except ValueError as error:
        print("ValueError", error)
result = pool.spawn(work, 5)
result.wait()
print(result.ready(), result.successful(), result.value)
print(gevent.get_hub().threadpool.apply(work, (7,)))
pool.join()
pool.kill()
