# who waits for a time, or for somebody who does, is not in a deadlock
# weft only
import threading
import weft

lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=0.01))
spawn(lambda: (weft.sleep(0.01), lock.release()))
lock.acquire()
print("released")
timer = threading.Timer(0.01, lock.release)
timer.start()
lock.acquire()
print("released by a thread")
