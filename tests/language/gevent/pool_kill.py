# kill() ends all of a pool; killone() one of them.
import gevent
from gevent.pool import Pool, Group

log = []


def work(name):
    try:
        gevent.sleep(10)
    except BaseException as error:
        log.append((name, repr(error)))
        raise


for pool in (Pool(5), Group()):
    tasks = [pool.spawn(work, i) for i in range(3)]
    gevent.sleep(0)
    pool.killone(tasks[1])
    print(len(pool), log)
    pool.kill()
    print(len(pool), sorted(log), [t.ready() for t in tasks])
    log.clear()
    print(pool.join(), pool.kill())
    g = pool.spawn(work, "again")
    gevent.sleep(0)
    pool.kill(exception=gevent.GreenletExit("reason"), block=False)
    pool.join()
    print(log)
    log.clear()
