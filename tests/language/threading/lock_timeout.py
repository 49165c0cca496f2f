# acquire with a timeout waits, and gets the lock when it is released in time.
# real time
import threading
import time

lock = threading.Lock()
lock.acquire()
begin = time.monotonic()
print(lock.acquire(timeout=0.02))
print(time.monotonic() - begin >= 0.02)


def release():
    time.sleep(0.005)
    lock.release()


thread = threading.Thread(target=release)
thread.start()
print(lock.acquire(timeout=10))
thread.join()
print(lock.locked())
lock.release()
