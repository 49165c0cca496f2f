# AsyncResult: links, and being the target of a link.
import gevent
from gevent.event import AsyncResult

result = AsyncResult()
log = []
result.rawlink(lambda source: log.append(source.value))
print(result.linkcount())
result.set(5)
gevent.sleep(0)
print(log, result.linkcount())
result.rawlink(lambda source: log.append("late"))
gevent.sleep(0)
print(log)
source, target = AsyncResult(), AsyncResult()
source.rawlink(target)
source.set("through the link")
print(target.get())
source, target = AsyncResult(), AsyncResult()
source.rawlink(target)
source.set_exception(KeyError("k"))
try:
    target.get()
except KeyError as error:
    print("KeyError", error)
