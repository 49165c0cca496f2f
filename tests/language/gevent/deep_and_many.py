# Ten thousand greenlets that sleep and add up.
# heavy
import gevent
from gevent.event import Event

total = 0
start = Event()


def work(number):
    global total
    start.wait()
    gevent.sleep(0)
    total += number
    return number


tasks = [gevent.spawn(work, i) for i in range(10000)]
gevent.sleep(0)
start.set()
gevent.joinall(tasks)
print(total, sum(t.value for t in tasks))
