# shutdown waits, or does not, or cancels what has not begun.
from concurrent.futures import ThreadPoolExecutor
import threading

gate = threading.Event()
begun = threading.Event()


def block():
    begun.set()
    gate.wait()
    return "done"


executor = ThreadPoolExecutor(1)
running = executor.submit(block)
waiting = [executor.submit(str, n) for n in range(3)]
begun.wait()
executor.shutdown(wait=False, cancel_futures=True)
print(running.done(), [future.cancelled() for future in waiting])
gate.set()
executor.shutdown()
print(running.result())

executor = ThreadPoolExecutor(2)
results = [executor.submit(pow, n, 2) for n in range(10)]
executor.shutdown(wait=False)
print([future.result() for future in results])
try:
    executor.submit(pow, 1, 1)
except RuntimeError as error:
    print("RuntimeError:", error)

gate.clear()
with ThreadPoolExecutor(1) as executor:
    late = executor.submit(gate.wait)
    threading.Timer(0.005, gate.set).start()
print(late.done())
