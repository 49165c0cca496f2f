# A Lock may be released by a thread that did not acquire it.
import threading

lock = threading.Lock()
lock.acquire()
log = []


def wait():
    lock.acquire()
    log.append("got it")
    lock.release()


waiter = threading.Thread(target=wait)
waiter.start()
log.append("releasing")
releaser = threading.Thread(target=lock.release)
releaser.start()
releaser.join()
waiter.join()
print(log, lock.locked())
