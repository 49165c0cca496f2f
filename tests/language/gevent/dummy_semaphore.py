# DummySemaphore lets everybody in.
from gevent.lock import DummySemaphore

d = DummySemaphore()
print(d.acquire(), d.acquire(blocking=False), d.locked(), d.ready(), d.release())
with d:
    print("inside")
print(d.wait(), str(d))
