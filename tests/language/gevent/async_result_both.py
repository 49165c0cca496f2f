# AsyncResult: of a value and an exception the value is what get() gives
import gevent
from gevent.event import AsyncResult


def show(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


for first_value in (5, None):
    result = AsyncResult()
    print(result.ready(), result.value, result.exception, result.exc_info)
    result.set(first_value)
    result.set_exception(KeyError("later"))
    show(result.get)
    show(result.get_nowait)
    print(result.ready(), result.successful(), result.value, repr(result.exception), result.wait())

result = AsyncResult()
result.set_exception(KeyError("first"))
print(result.wait(), result.ready(), result.successful(), str(result))
show(result.get)
result.set(3)
show(result.get)
print(result.successful(), repr(result.exception), str(result))
result = AsyncResult()
print(str(result))
result.set(1)
print(str(result))


def fail():
    raise ValueError("failed")


for function in (fail, lambda: 7):
    task = gevent.Greenlet(function)
    before = task.exc_info
    task.parent.handle_error = lambda *arguments: None
    task.start()
    waiting = task.exc_info
    task.join()
    print(before, waiting, task.exc_info and task.exc_info[:2])
killed = gevent.spawn(gevent.sleep, 10)
gevent.sleep(0)
killed.kill()
print(killed.exc_info, repr(killed.value))
