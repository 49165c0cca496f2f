# tasks that wait for conditions, semaphores, events and queues need no native stack
# weft only
import queue
import threading
import weft

condition = threading.Condition()
semaphore = weft.Semaphore(0)
event = weft.Event()
items = queue.Queue(1)
full = queue.Queue(1)
full.put("in the way")

busy = queue.Queue()
busy.put("unfinished")
log = []


def wait_for_condition():
    with condition:
        log.append(("condition", condition.wait_for(lambda: log)))


def take():
    with semaphore:
        log.append("semaphore")


class Loud(queue.Queue):
    def _put(self, item):
        super()._put(item)


loud = Loud()
before = weft.stats()["pinned"]
tasks = [
    spawn(wait_for_condition),
    spawn(take),
    spawn(semaphore.acquire, timeout=100),
    spawn(event.wait),
    spawn(items.get),
    spawn(full.put, "more"),
    spawn(busy.join),
    spawn(loud.get),
]
weft.sleep(0)
print(weft.stats()["pinned"] - before, [task.done() for task in tasks])
log.append("something")
with condition:
    condition.notify()
semaphore.release(2)
event.set()
items.put(1)
print(full.get())
busy.task_done()
loud.put(2)
print([task.result() for task in tasks])
print(log)
