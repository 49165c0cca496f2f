# wait() and iwait() give objects as they become ready, of any kind that can be linked to.
import gevent
from gevent.event import Event, AsyncResult
from gevent.lock import Semaphore

event = Event()
result = AsyncResult()
semaphore = Semaphore(0)
names = {event: "event", result: "result", semaphore: "semaphore"}


def turns(count, action=None):
    for _ in range(count):
        gevent.sleep(0)
    if action is not None:
        action()


tasks = [gevent.spawn(turns, count) for count in (20, 5, 10)]
for index, task in enumerate(tasks):
    names[task] = "task %d" % index
gevent.spawn(turns, 15, event.set)
gevent.spawn(turns, 25, result.set)
print([names[o] for o in gevent.iwait(tasks + [event, result])])
print([names[o] for o in gevent.wait([event, result])])
slow, quick = gevent.spawn(gevent.sleep, 5), gevent.spawn(gevent.sleep, 0)
names[slow], names[quick] = "slow", "quick"
print([names[o] for o in gevent.wait([slow, quick], timeout=0.01)])
print([names[o] for o in gevent.wait([slow, quick], count=1)])
print([names[o] for o in gevent.iwait([slow, quick], count=1)])
gevent.spawn(turns, 3, semaphore.release)
print([names[o] for o in gevent.wait([semaphore])])
print(gevent.wait([], timeout=1))
