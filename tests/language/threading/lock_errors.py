# What a Lock refuses.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


lock = threading.Lock()
attempt(lock.release)
attempt(lock.__exit__, None, None, None)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, False, 0)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout=-0.5)
attempt(lock.acquire, timeout=threading.TIMEOUT_MAX * 2)
attempt(lock.acquire, timeout="long")
attempt(lock.acquire, timeout=None)
attempt(lock.acquire, 1, 2, 3)
attempt(lock.acquire, other=1)
attempt(lock.acquire, timeout=float("nan"))
attempt(threading.Lock, 1)
attempt(lambda: setattr(lock, "x", 1))
attempt(lambda: type(lock)())
attempt(lambda: type("Mine", (type(lock),), {}))
print(lock.locked())
print(threading.ThreadError is RuntimeError)
