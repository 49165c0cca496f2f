# What put and get take for a timeout.
import queue

q = queue.Queue(1)
for timeout in (0.001, 0, 0.0, None):
    try:
        print(q.get(timeout is None, timeout) if timeout is not None else q.get(False, None))
    except queue.Empty as error:
        print("Empty", timeout, repr(error), error.args)
q.put("item")
for timeout in (0.001, 0):
    try:
        q.put("more", True, timeout)
    except queue.Full as error:
        print("Full", timeout, repr(error))
for call in (lambda: q.put(1, timeout=-1), lambda: queue.Queue().get(timeout=-0.5)):
    try:
        call()
    except ValueError as error:
        print(error)
try:
    print(q.get(timeout=-1))
except ValueError as error:
    print(error)
print(q.get(False, timeout=-1), q.qsize())
for call in (lambda: q.put("x", timeout="a"), lambda: q.get(timeout=[])):
    try:
        call()
    except TypeError as error:
        print(error)
unbounded = queue.Queue()
unbounded.put("no limit is looked at", timeout="a")
print(unbounded.get(True, 10))
lifo = queue.LifoQueue()
priority = queue.PriorityQueue(1)
priority.put((1, "a"))
for other in (lifo.get_nowait, lambda: priority.put_nowait((0, "b"))):
    try:
        other()
    except (queue.Empty, queue.Full) as error:
        print(type(error).__name__)
mixed = queue.PriorityQueue()
mixed.put(1)
try:
    mixed.put("a")
except TypeError as error:
    print(error, mixed.mutex.locked(), mixed.qsize())
