# Waiters of an event that is set and cleared at once were woken all the same.
import threading
import time

event = threading.Event()
ready = threading.Semaphore(0)
results = []


def wait():
    ready.release()
    results.append(event.wait(10))


threads = [threading.Thread(target=wait) for _ in range(3)]
for thread in threads:
    thread.start()
for _ in threads:
    ready.acquire()
time.sleep(0.05)
event.set()
event.clear()
for thread in threads:
    thread.join()
print(results, event.is_set())
