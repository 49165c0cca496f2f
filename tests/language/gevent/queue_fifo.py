# Queue: put and get in order, sizes, and errors when not waiting.
import gevent
from gevent.queue import Queue, Empty, Full
from _helper import masked

q = Queue()
print(q.empty(), q.full(), q.qsize(), len(q), q.maxsize, bool(q))
for i in range(3):
    q.put(i)
print(q.qsize(), len(q), q.peek(), q.get(), q.get(), q.get_nowait(), q.empty())
for call in (q.get_nowait, lambda: q.get(block=False), lambda: q.get(timeout=0.001),
             q.peek_nowait, lambda: q.peek(timeout=0.001)):
    try:
        call()
    except Empty as error:
        print("Empty", repr(error))
small = Queue(2)
small.put(1)
small.put_nowait(2)
print(small.full(), small.maxsize)
for call in (lambda: small.put_nowait(3), lambda: small.put(3, block=False),
             lambda: small.put(3, timeout=0.001)):
    try:
        call()
    except Full as error:
        print("Full", repr(error))
print(list(small.queue))
print(Queue(items=[1, 2, 3]).get(), Queue(maxsize=2, items=[5]).qsize())
copied = small.copy()
print(copied.get(), copied.qsize(), small.qsize())
