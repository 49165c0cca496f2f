# Waiting for a lock with a timeout backs out of what would be a deadlock.
import threading

first = threading.Lock()
second = threading.Lock()
both = threading.Barrier(2)
log = []


def work(name, one, other, patience):
    with one:
        both.wait()
        got = other.acquire(timeout=patience)
        log.append((name, got))
        if got:
            other.release()


threads = [
    threading.Thread(target=work, args=("patient", first, second, 10)),
    threading.Thread(target=work, args=("impatient", second, first, 0.005)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log, first.locked(), second.locked())
