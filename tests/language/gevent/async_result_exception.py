# AsyncResult: an exception is raised in all who get it; wait() does not raise.
import gevent
from gevent.event import AsyncResult

result = AsyncResult()


def waiter():
    try:
        return result.get()
    except ValueError as error:
        return "caught %s" % error


tasks = [gevent.spawn(waiter) for _ in range(2)]
gevent.sleep(0)
result.set_exception(ValueError("failed"))
gevent.joinall(tasks)
print([t.value for t in tasks])
print(result.ready(), result.successful(), result.value, repr(result.exception), result.wait())
print(result.exc_info[0], result.exc_info[2])
for get in (result.get, result.get_nowait):
    try:
        get()
    except ValueError as error:
        print("ValueError", error, error is result.exception)
try:
    raise KeyError("with traceback")
except KeyError as error:
    import sys
    result.set_exception(error, sys.exc_info())
try:
    result.get()
except KeyError as error:
    print("KeyError", error, error.__traceback__ is not None)
