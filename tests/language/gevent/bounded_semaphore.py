# BoundedSemaphore refuses one release too many.
from gevent.lock import BoundedSemaphore, Semaphore

semaphore = BoundedSemaphore(2)
print(semaphore.acquire(), semaphore.counter, semaphore.release())
try:
    semaphore.release()
except ValueError as error:
    print("ValueError", error)
print(semaphore.counter, isinstance(semaphore, Semaphore))
default = BoundedSemaphore()
with default:
    print(default.locked())
