# A Condition works over any object with the methods of a lock.
import threading


class Loud:
    """Says what is asked of it."""

    def __init__(self):
        self.inner = threading.Lock()
        self.log = []

    def acquire(self, *args, **kwargs):
        self.log.append("acquire")
        return self.inner.acquire(*args, **kwargs)

    def release(self):
        self.log.append("release")
        self.inner.release()

    def __enter__(self):
        self.log.append("enter")
        return self.inner.__enter__()

    def __exit__(self, *exception):
        self.log.append("exit")
        return self.inner.__exit__(*exception)


lock = Loud()
condition = threading.Condition(lock)
with condition:
    print(condition.wait(0), condition.wait(timeout=0.001))
print(lock.log)
lock.log.clear()
condition.acquire()
condition.release()
print(lock.log)

ready = threading.Event()
results = []


def wait():
    with condition:
        ready.set()
        results.append(condition.wait())


threads = [threading.Thread(target=wait) for _ in range(3)]
for thread in threads:
    thread.start()
    ready.wait()
    ready.clear()
with condition:
    condition.notify()
threads_left = len(threads)
while threads_left > 2:
    threads_left = sum(thread.is_alive() for thread in threads)
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(results)

for method in (condition.notify, condition.notify_all, condition.wait):
    try:
        method()
    except RuntimeError as error:
        print(method.__name__, error)


class Owned(Loud):
    def _is_owned(self):
        self.log.append("is_owned")
        return True

    def _release_save(self):
        self.log.append("release_save")
        self.inner.release()
        return "what was saved"

    def _acquire_restore(self, saved):
        self.log.append(f"acquire_restore {saved}")
        self.inner.acquire()


lock = Owned()
condition = threading.Condition(lock)
with condition:
    print(condition.wait(0.001))
    condition.notify(5)
print(lock.log)
