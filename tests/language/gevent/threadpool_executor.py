# ThreadPoolExecutor of gevent: submit, result, map.
import gevent
from gevent.threadpool import ThreadPoolExecutor


def work(x):
    return x + 1


with ThreadPoolExecutor(2) as executor:
    future = executor.submit(work, 1)
    print(future.result(), future.done())
    print(list(executor.map(work, range(3))))
