# Semaphore: who waits longest comes first; the releaser goes on before.
import gevent
from gevent.lock import Semaphore

semaphore = Semaphore(1)
log = []


def work(name):
    with semaphore:
        log.append(name + " in")
        gevent.sleep(0)
        log.append(name + " out")
    log.append(name + " after")


tasks = [gevent.spawn(work, name) for name in "abc"]
gevent.joinall(tasks)
print(log)
log.clear()


def short(name):
    semaphore.acquire()
    log.append(name)
    semaphore.release()


semaphore.acquire()
tasks = [gevent.spawn(short, name) for name in "abc"]
gevent.sleep(0)
semaphore.release()
gevent.spawn(log.append, "spawned after release")
gevent.joinall(tasks)
print(log)
