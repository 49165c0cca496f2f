# A Future's life, by hand: pending, running, finished; and what its repr tells.
from concurrent.futures import Future, InvalidStateError


def shown(future):
    begin, end = repr(future).split("0x")
    return begin + end.partition(" ")[2]


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", str(error).split(" at ")[0])


future = Future()
print(shown(future), future.done(), future.running())
print(future.set_running_or_notify_cancel(), shown(future), future.running(), future.cancel())
print(future.set_result([1]), shown(future), future.result(), future.running())
attempt(future.set_result, 2)
attempt(future.set_exception, ValueError())
print(future.result())
failed = Future()
print(failed.set_exception(KeyError("k")), shown(failed), repr(failed.exception()))
attempt(failed.result)
attempt(failed.set_exception, ValueError())
cancelled = Future()
print(cancelled.cancel(), shown(cancelled), cancelled.cancelled())
print(cancelled.set_running_or_notify_cancel(), shown(cancelled), cancelled.cancel())
attempt(cancelled.set_result, 1)
attempt(cancelled.result)
directly = Future()
directly.set_result(None)
print(shown(directly), directly.result())
print(issubclass(InvalidStateError, Exception))
