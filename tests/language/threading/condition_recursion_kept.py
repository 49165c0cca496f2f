# wait gives up a recursive lock altogether and takes it back as often as it was acquired.
import threading

lock = threading.RLock()
condition = threading.Condition(lock)
holding = threading.Event()
log = []


def other():
    with condition:
        log.append("other has the lock")
        condition.notify()
        holding.set()
        log.append("other goes")


with condition:
    with lock:
        thread = threading.Thread(target=other)
        thread.start()
        log.append(condition.wait())
        log.append(holding.is_set())
    # Still held once.
    refused = []
    check = threading.Thread(target=lambda: refused.append(lock.acquire(False)))
    check.start()
    check.join()
    log.append(refused)
thread.join()
print(log)
check = threading.Thread(target=lambda: (print(lock.acquire(False)), lock.release()))
check.start()
check.join()
