# A thread that waits for an RLock gets it when the owner has released it as often as acquired.
import threading

lock = threading.RLock()
log = []
trying = threading.Event()


def work():
    trying.set()
    with lock:
        with lock:
            log.append("worker")


lock.acquire()
lock.acquire()
thread = threading.Thread(target=work)
thread.start()
trying.wait()
lock.release()
log.append("main, once released")
log.append(lock._is_owned())
lock.release()
thread.join()
print(log)


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.amount = 0

    def add(self, amount):
        with self.lock:
            self.amount += amount

    def add_twice(self, amount):
        with self.lock:
            self.add(amount)
            self.add(amount)


account = Account()
threads = [threading.Thread(target=account.add_twice, args=(n,)) for n in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.amount)
