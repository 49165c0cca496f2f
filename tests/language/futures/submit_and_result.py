# ThreadPoolExecutor.submit calls a function in a thread; the future has its result.
from concurrent.futures import ThreadPoolExecutor
import threading


def add(a, b=0, *, c=0):
    return a + b + c


executor = ThreadPoolExecutor(max_workers=2)
future = executor.submit(add, 1, 2, c=3)
print(future.result(), future.result(timeout=1), future.done(), future.running(), future.cancelled())
print(future.exception())
print([executor.submit(pow, 2, n).result() for n in range(5)])
here = threading.get_ident()
print(executor.submit(threading.get_ident).result() != here)
print(executor.shutdown())
for action in (lambda: executor.submit(add, 1), lambda: executor.map(add, [1])):
    try:
        action()
    except RuntimeError as error:
        print("RuntimeError:", error)
print(executor.shutdown())
with ThreadPoolExecutor() as entered:
    future = entered.submit(add, 5)
print(future.done(), future.result())
try:
    entered.submit()
except TypeError as error:
    print("TypeError:", error)
