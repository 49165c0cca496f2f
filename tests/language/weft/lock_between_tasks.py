# the locks of weft are those of threading, and let other tasks run
# weft only
import threading
import weft

print(weft.Lock is threading.Lock, weft.Event is threading.Event)
lock, event = weft.Lock(), weft.Event()
order = []


def work(name):
    with lock:
        order.append(name + "+")
        event.wait()
        order.append(name + "-")


tasks = [spawn(work, name) for name in "ab"]
weft.sleep(0)
print(order)
event.set()
joinall(tasks)
print(order)
semaphore = weft.Semaphore(2)
active = []


def limited(i):
    with semaphore:
        active.append(i)
        weft.sleep(0)
        assert len(active) <= 2
        active.remove(i)


with weft.TaskGroup() as group:
    for i in range(5):
        group.spawn(limited, i)
print("at most two")
