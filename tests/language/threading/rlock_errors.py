# What an RLock refuses, above all to be released by others than its owner.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


lock = threading.RLock()
attempt(lock.release)
lock.acquire()
for action in ((lock.release,), (lock.acquire, False), (lock.acquire, True, 0.001), (lock._is_owned,)):
    thread = threading.Thread(target=attempt, args=action)
    thread.start()
    thread.join()
lock.release()
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout=threading.TIMEOUT_MAX * 2)
attempt(lock.__exit__, None, None, None)
