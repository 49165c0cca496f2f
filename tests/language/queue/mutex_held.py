# Whoever holds the mutex of a queue keeps others from touching it.
import queue
import threading

q = queue.Queue()
q.put("first")
trying = threading.Event()
log = []


def take():
    trying.set()
    log.append(q.get())
    log.append(q.get())


with q.mutex:
    thread = threading.Thread(target=take)
    thread.start()
    trying.wait()
    thread.join(0.05)
    log.append(("held", len(q.queue), q.mutex.locked()))
    q.queue.append("second")
thread.join()
print(log)

# The conditions serve those who wait in the queue's own methods and those who wait at them alike.
results = []
waiting = threading.Event()


def wait_for_notice():
    with q.not_empty:
        waiting.set()
        while not q.queue:
            q.not_empty.wait()
        results.append(q.queue[0])


thread = threading.Thread(target=wait_for_notice)
thread.start()
waiting.wait()
q.put("told")
thread.join()
print(results, q.get())

thread = threading.Thread(target=lambda: results.append(q.get()))
thread.start()
with q.not_empty:
    q.queue.append("put by hand")
    q.not_empty.notify()
thread.join()
print(results)
