# Semaphore counts; acquire waits at zero.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(blocking=False))
print(semaphore.acquire(timeout=0.005), semaphore.acquire(True, 0))
print(semaphore.release(), semaphore.acquire(timeout=1))
print(semaphore.release(3), [semaphore.acquire(False) for _ in range(4)])
semaphore.release()
with semaphore as entered:
    print(entered, semaphore.acquire(False))
print(semaphore.acquire(False))
attempt(threading.Semaphore, -1)
attempt(semaphore.acquire, False, 1)
attempt(semaphore.acquire, False, 0)
attempt(semaphore.release, 0)
attempt(semaphore.release, -1)
print(threading.Semaphore().acquire(False))
zero = threading.Semaphore(0)
print(zero.acquire(False))
thread = threading.Thread(target=zero.release)
thread.start()
print(zero.acquire(), zero.acquire(False))
thread.join()
begin, end = repr(zero).split("0x")
print(begin + end.partition(":")[2])
