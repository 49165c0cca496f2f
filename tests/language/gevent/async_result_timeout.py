# AsyncResult: get() raises Timeout, wait() returns None when time is up.
import gevent
from gevent.event import AsyncResult

result = AsyncResult()
try:
    result.get(timeout=0.002)
except gevent.Timeout as error:
    print("Timeout", error)
for call in (lambda: result.get(block=False), result.get_nowait):
    try:
        call()
    except gevent.Timeout as error:
        print("Timeout", repr(str(error)))
print(result.wait(timeout=0.002), result.ready())
gevent.spawn_later(0.002, result.set, None)
print(result.wait(), result.get(), result.ready(), result.successful())
