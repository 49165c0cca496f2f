# Items go through queues as they are.
import queue

items = [None, 0, (), [1], {"a": 1}, object, lambda: 1, float("nan")]
for kind in (queue.Queue, queue.LifoQueue, queue.SimpleQueue):
    q = kind()
    for item in items:
        q.put(item)
    back = [q.get() for _ in items]
    if kind is queue.LifoQueue:
        back.reverse()
    print(kind.__name__, all(a is b for a, b in zip(items, back)))
