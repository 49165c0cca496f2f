# Lock: acquire, release, locked, with.
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(True, 0), lock.acquire(timeout=0.001))
print(lock.release(), lock.locked())
with lock as entered:
    print(entered, lock.locked())
print(lock.locked())
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())
print(lock.__enter__(), lock.__exit__(None, None, None))
print(lock.acquire(1, -1), lock.release())
print(lock.acquire(timeout=5), lock.release())
print(lock.acquire_lock(), lock.locked_lock(), lock.release_lock())
print(repr(lock).split(" at ")[0])
lock.acquire()
print(repr(lock).split(" at ")[0])
print(type(lock).__name__, type(lock).__module__)
print(bool(lock), lock == lock, lock == threading.Lock(), len({lock, threading.Lock()}))
