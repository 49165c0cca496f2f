# A producer and two consumers over a bounded queue: the order of their turns.
import gevent
from gevent.queue import Queue

tasks = Queue(maxsize=3)


def worker(name):
    try:
        while True:
            task = tasks.get(timeout=0.01)
            print("%s got %d" % (name, task))
            gevent.sleep(0)
    except gevent.queue.Empty:
        print("%s stops" % name)


def boss():
    for i in range(1, 10):
        tasks.put(i)
    print("all in")
    for i in range(10, 14):
        tasks.put(i)
    print("second round in")


gevent.joinall([gevent.spawn(boss), gevent.spawn(worker, "steve"), gevent.spawn(worker, "john")])
