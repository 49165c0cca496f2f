# Futures that have not begun can be cancelled; those that run or ended cannot.
from concurrent.futures import CancelledError, ThreadPoolExecutor
import threading

gate = threading.Event()
begun = threading.Event()


def block():
    begun.set()
    gate.wait()
    return "finished"


with ThreadPoolExecutor(1) as executor:
    running = executor.submit(block)
    waiting = executor.submit(print, "never")
    begun.wait()
    print(running.running(), running.cancel(), waiting.running())
    print(waiting.cancel(), waiting.cancelled(), waiting.done(), waiting.cancel())
    for ask in (waiting.result, waiting.exception):
        try:
            ask()
        except CancelledError as error:
            print(type(error).__name__, error.args, type(error).__module__)
    gate.set()
    print(running.result(), running.cancel(), running.cancelled())
print(issubclass(CancelledError, Exception))
