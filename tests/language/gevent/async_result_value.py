# AsyncResult: set once wakes all; get, wait, ready, successful, value.
import gevent
from gevent.event import AsyncResult

result = AsyncResult()
log = []


def waiter(name):
    log.append((name, result.get()))


print(result.ready(), result.successful(), result.value, result.exception, result.done())
tasks = [gevent.spawn(waiter, i) for i in range(2)]
gevent.sleep(0)
print(result.set("value"), log)
gevent.joinall(tasks)
print(log)
print(result.ready(), result.successful(), result.value, result.exception, result.exc_info)
print(result.get(), result.get(block=False), result.get_nowait(), result.wait(), result.result())
result.set("second")
print(result.get(), result.cancel(), result.cancelled(), result.done())
result.set_result("third")
print(result.get())
