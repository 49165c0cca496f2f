"""asyncio beside fibers: fibers can wait for futures. (What awaits tasks of spawn() is in weft.)"""

import _fiber


def join_future(future, timeout):
    """Waits in a fiber until the future is done, at most `timeout` seconds; whether it is."""
    if future.done():
        return True
    waiter = _fiber.Waiter()
    future.add_done_callback(lambda future: waiter.wake(True))
    return waiter.wait(timeout, False)
