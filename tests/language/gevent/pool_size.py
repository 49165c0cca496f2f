# Pool: at most `size` greenlets run; spawn() waits for room.
import gevent
from gevent.pool import Pool

pool = Pool(2)
log = []


def work(name):
    log.append(name + " starts")
    gevent.sleep(0.001)
    log.append(name + " ends")
    return name


print(pool.size, pool.free_count(), pool.full(), len(pool))
tasks = [pool.spawn(work, name) for name in "ab"]
print(pool.free_count(), pool.full(), len(pool), log)
third = pool.spawn(work, "c")
print(log, third in pool, tasks[0] in pool)
print(pool.join(), len(pool), pool.free_count(), third.value)
print(log)
print(Pool().full(), Pool().free_count(), Pool(0).full() if False else "")
try:
    Pool(-1)
except ValueError as error:
    print("ValueError", error)
