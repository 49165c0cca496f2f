# Futures: pending, result, exception, cancelled; the wrong state raises InvalidStateError.
import asyncio

loop = asyncio.new_event_loop()


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except BaseException as error:
        print(type(error).__name__, error, error.args)


future = loop.create_future()
print(future, future.done(), future.cancelled())
attempt(future.result)
attempt(future.exception)
future.set_result([1, 2])
print(future, future.done(), future.result(), future.exception())
attempt(future.set_result, 1)
attempt(future.set_exception, ValueError())
print(future.cancel())
failed = loop.create_future()
failed.set_exception(KeyError('k'))
print(failed, repr(failed.exception()))
attempt(failed.result)
by_class = loop.create_future()
by_class.set_exception(ValueError)
print(by_class, repr(by_class.exception()))
attempt(loop.create_future().set_exception, StopIteration(1))
attempt(loop.create_future().set_exception, 3)
cancelled = loop.create_future()
print(cancelled.cancel('why'), cancelled.cancel(), cancelled, cancelled.done(), cancelled.cancelled())
attempt(cancelled.result)
attempt(cancelled.exception)
attempt(cancelled.set_result, 1)
plain = loop.create_future()
plain.cancel()
attempt(plain.result)
print(cancelled.get_loop() is loop, asyncio.isfuture(plain), asyncio.isfuture(3))
long = loop.create_future()
long.set_result('x' * 100)
print(long)
long = loop.create_future()
long.set_result(list(range(100)))
print(long)
loop.close()
