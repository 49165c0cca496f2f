"""asyncio beside fibers: tasks of spawn() can be awaited, fibers can wait for futures."""

import _fiber
from asyncio import events


def await_fiber(task):
    """What `await task` iterates over when the task is one of spawn()."""
    future = events.get_running_loop().create_future()

    def pass_on():
        try:
            value = task.result()
        except BaseException as error:
            if not future.done():
                future.set_exception(error)
        else:
            if not future.done():
                future.set_result(value)

    if task.done():
        pass_on()
    else:
        _fiber.call_soon(pass_on)
    return future.__await__()


def join_future(future, timeout):
    """Waits in a fiber until the future is done, at most `timeout` seconds; whether it is."""
    if future.done():
        return True
    waiter = _fiber.Waiter()
    future.add_done_callback(lambda future: waiter.wake(True))
    return waiter.wait(timeout, False)
