# UnboundQueue and SimpleQueue: put never waits.
import gevent
from gevent.queue import Queue, SimpleQueue, Empty

simple = SimpleQueue()
simple.put(1)
simple.put_nowait(2)
simple.put(3, block=False)
print(simple.qsize(), simple.get(), simple.get(), simple.get_nowait(), simple.empty())
for call in (simple.get_nowait, lambda: simple.get(timeout=0.001), lambda: simple.get(block=False)):
    try:
        call()
    except Empty:
        print("Empty")
q = Queue(None)
q.put(1)
print(q.full(), q.get())
unbounded = Queue()
gevent.spawn_later(0.001, unbounded.put, "later")
print(unbounded.get())
