# A put that waits for room goes on when an item is taken.
import queue
import threading

q = queue.Queue(1)
log = []


def produce():
    for number in range(5):
        q.put(number)
        log.append(number)
    q.put(None)


thread = threading.Thread(target=produce)
thread.start()
got = list(iter(q.get, None))
thread.join()
print(got, log)

q = queue.Queue(1)
q.put("first")
thread = threading.Thread(target=q.get)
thread.start()
q.put("second", timeout=10)
thread.join()
print(q.get(timeout=10))
