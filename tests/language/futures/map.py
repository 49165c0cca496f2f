# Executor.map gives results in the order of the arguments, whichever is ready first.
from concurrent.futures import ThreadPoolExecutor, TimeoutError
import threading
import time

with ThreadPoolExecutor(3) as executor:
    print(list(executor.map(pow, (2, 3, 4), (5, 2, 3))))
    print(list(executor.map(lambda a, b: a + b, "abc", "12")))
    print(list(executor.map(str, [])))

    def late_first(number):
        time.sleep((3 - number) * 0.004)
        return number

    print(list(executor.map(late_first, range(3))))
    print(list(executor.map(abs, range(-5, 0), chunksize=2)))

    results = executor.map(lambda n: 10 // n, (5, 2, 0, 1))
    print(next(results), next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print("ZeroDivisionError:", error)
    print(list(results))

    gate = threading.Event()
    results = executor.map(lambda wait: wait and gate.wait(), (False, True), timeout=0.02)
    print(next(results))
    try:
        next(results)
    except TimeoutError as error:
        print("TimeoutError", error.args)
    gate.set()

    taken = []

    def source():
        for number in range(3):
            taken.append(number)
            yield number

    lazily = executor.map(str, source())
    print(taken, list(lazily))
    print(type(lazily).__name__)
