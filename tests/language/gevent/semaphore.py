# Semaphore: counter, acquire, release, locked, and how long acquire waits.
import gevent
from gevent.lock import Semaphore

semaphore = Semaphore(2)
print(semaphore.counter, semaphore.locked(), semaphore.ready())
print(semaphore.acquire(), semaphore.acquire(), semaphore.counter, semaphore.locked())
print(semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.001))
print(semaphore.release(), semaphore.counter)
with semaphore:
    print("inside", semaphore.counter)
print(semaphore.counter, semaphore.wait())
print(Semaphore().counter, Semaphore(0).locked())
try:
    Semaphore(-1)
except ValueError as error:
    print("ValueError", error)
semaphore.release()
semaphore.release()
print(semaphore.counter)
