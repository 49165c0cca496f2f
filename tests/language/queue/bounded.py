# A bounded queue refuses or waits when it is full.
import queue


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error.args)


q = queue.Queue(2)
q.put(1)
print(q.full())
q.put(2)
print(q.full(), q.qsize(), q.maxsize)
attempt(q.put_nowait, 3)
attempt(q.put, 3, False)
attempt(q.put, 3, timeout=0.002)
attempt(q.put, 3, True, 0)
attempt(q.put, 3, timeout=-1)
attempt(q.put, 3, block=False, timeout=-1)
q.get()
attempt(q.put, 3)
attempt(lambda: (q.get(), q.get()))
attempt(q.get_nowait)
attempt(q.get, False)
attempt(q.get, timeout=0.002)
attempt(q.get, timeout=-1)
attempt(q.get, block=False, timeout=-1)
for size in (0, -1):
    unbounded = queue.Queue(maxsize=size)
    for number in range(100):
        unbounded.put_nowait(number)
    print(unbounded.full(), unbounded.qsize())
print(issubclass(queue.Empty, Exception), queue.Empty.__mro__[1], queue.Full.__mro__[1])
print(queue.Empty.__module__, queue.Full.__module__)
