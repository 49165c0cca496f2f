# A full pool: add without waiting raises PoolFull; wait_available waits.
import gevent
from gevent.pool import Pool, PoolFull

pool = Pool(1)
g = pool.spawn(gevent.sleep, 0.1)
other = gevent.Greenlet(lambda: None)
for call in (lambda: pool.add(other, blocking=False), lambda: pool.add(other, timeout=0.001),
             lambda: pool.start(other, blocking=False)):
    try:
        call()
    except PoolFull as error:
        print("PoolFull", error)
print(pool.wait_available(timeout=0.001), len(pool))
print(pool.wait_available(), pool.full(), g.ready())
