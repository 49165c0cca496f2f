# RLock: its owner may take it again; others wait; only the owner releases it.
import gevent
from gevent.lock import RLock
from _helper import masked

lock = RLock()
log = []


def work(name):
    with lock:
        with lock:
            log.append(name + " in")
            gevent.sleep(0)
        log.append(name + " half")
        gevent.sleep(0)
    log.append(name + " out")


gevent.joinall([gevent.spawn(work, "a"), gevent.spawn(work, "b")])
print(log)
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))


def other():
    print("other", lock.acquire(blocking=False), lock.acquire(timeout=0.001))
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError", masked(str(error)))


gevent.spawn(other).join()
for _ in range(3):
    lock.release()
try:
    lock.release()
except RuntimeError as error:
    print("RuntimeError", masked(str(error)))
gevent.spawn(lambda: print("free", lock.acquire(blocking=False))).join()
