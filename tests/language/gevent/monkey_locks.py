# In a patched program locks, conditions, events and locals belong to greenlets.
from gevent import monkey

monkey.patch_all()
import threading
import gevent

lock = threading.Lock()
rlock = threading.RLock()
local = threading.local()
log = []


def work(name):
    local.name = name
    with lock:
        log.append(name + " in")
        gevent.sleep(0)
        log.append(local.name + " out")
    with rlock:
        with rlock:
            gevent.sleep(0)
    return hasattr(local, "other")


gevent.joinall([gevent.spawn(work, "a"), gevent.spawn(work, "b")])
print(log)
event = threading.Event()
condition = threading.Condition()


def waiter():
    event.wait()
    with condition:
        condition.notify_all()


g = gevent.spawn(waiter)
with condition:
    event.set()
    print(condition.wait(timeout=5))
semaphore = threading.Semaphore(1)
print(semaphore.acquire(), semaphore.acquire(blocking=False))
gevent.spawn(semaphore.release)
print(semaphore.acquire())
