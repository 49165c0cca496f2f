# Semaphore: between release and the waiter's turn others may take it.
import gevent
from gevent.lock import Semaphore

semaphore = Semaphore(0)
log = []


def waiter(name):
    semaphore.acquire()
    log.append(name)


a = gevent.spawn(waiter, "a")
gevent.sleep(0)
semaphore.release()
print(semaphore.acquire(blocking=False), semaphore.counter)
gevent.sleep(0)
print(log)
semaphore.release()
a.join()
print(log, semaphore.counter)
tasks = [gevent.spawn(waiter, name) for name in "bcd"]
gevent.sleep(0)
semaphore.release()
semaphore.release()
gevent.sleep(0)
print(log, semaphore.counter)
semaphore.release()
gevent.joinall(tasks)
print(log)
