# apply_async on a full pool does not wait; its work starts when there is room.
import gevent
from gevent.pool import Pool

pool = Pool(1)
log = []


def work(name):
    log.append(name)
    gevent.sleep(0)
    return name


first = pool.spawn(work, "first")
second = pool.apply_async(work, ("second",))
print(log, pool.full())
gevent.joinall([first, second])
print(log, second.value)
