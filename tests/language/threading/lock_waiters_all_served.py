# Every thread that waits for a lock gets it, one after the other.
import threading
import time

lock = threading.Lock()
lock.acquire()
log = []


def work(number):
    with lock:
        log.append(number)


threads = []
for number in range(6):
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    threads.append(thread)
    time.sleep(0.002)
lock.release()
for thread in threads:
    thread.join()
print(sorted(log))
