# BoundedSemaphore refuses to be released more often than acquired.
import threading


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)


bounded = threading.BoundedSemaphore(2)
attempt(bounded.release)
print(bounded.acquire(), bounded.acquire(), bounded.acquire(False))
attempt(bounded.release, 3)
attempt(bounded.release, 2)
attempt(bounded.release)
attempt(bounded.release, 0)
with bounded:
    with bounded:
        print(bounded.acquire(timeout=0.001))
attempt(bounded.release)
attempt(threading.BoundedSemaphore, -1)
print(isinstance(bounded, threading.Semaphore))
one = threading.BoundedSemaphore()
print(one.acquire(False), one.acquire(False), one.release())
attempt(one.release)
