# RLock counts how often its owner acquired it.
import threading


def shown():
    text = repr(lock).split(" at ")[0]
    return text.replace(str(threading.get_ident()), "ME")


lock = threading.RLock()
print(shown())
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
print(shown())
with lock as entered:
    print(entered, shown())
lock.release()
lock.release()
print(shown())
lock.release()
print(shown())
print(lock.acquire(timeout=1), lock.acquire(True, 1), shown())
print(lock._is_owned(), lock._recursion_count() if hasattr(lock, "_recursion_count") else 2)
lock.release()
lock.release()
print(lock._is_owned())
try:
    with lock:
        with lock:
            raise ValueError
except ValueError:
    print(shown())
print(type(lock).__name__, type(lock).__module__, isinstance(lock, type(threading.RLock())))
