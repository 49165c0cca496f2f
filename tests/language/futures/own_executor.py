# Executor as a base class: map and with come for free.
from concurrent.futures import Executor, Future


class Immediate(Executor):
    def submit(self, function, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures)


with Immediate() as executor:
    print(list(executor.map(pow, (1, 2, 3), (2, 2, 2))))
    print(repr(executor.submit(int, "x").exception()))
try:
    Executor().submit(print)
except NotImplementedError as error:
    print("NotImplementedError", error.args)
