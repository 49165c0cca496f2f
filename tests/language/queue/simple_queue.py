# SimpleQueue: unbounded, without task counting.
import queue


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


q = queue.SimpleQueue()
print(q.empty(), q.qsize())
print(q.put(1), q.put(2, False), q.put(3, block=True, timeout=-5), q.put_nowait(item=4))
print(q.empty(), q.qsize())
print(q.get(), q.get(False), q.get(timeout=1), q.get_nowait())
attempt(q.get_nowait)
attempt(q.get, False)
attempt(q.get, True, 0.002)
attempt(q.get, timeout=0)
attempt(q.get, timeout=-1)
attempt(q.get, timeout="x")
attempt(q.put)
attempt(queue.SimpleQueue, 1)
for name in ("join", "task_done", "full", "maxsize"):
    print(name, hasattr(q, name))
print(queue.SimpleQueue[int])
print(repr(q).split(" at ")[0])


class Mine(queue.SimpleQueue):
    pass


mine = Mine()
mine.extra = 1
mine.put("x")
print(mine.get(), mine.extra)
