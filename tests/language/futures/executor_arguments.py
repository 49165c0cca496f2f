# What ThreadPoolExecutor takes and refuses; the names of its threads.
from concurrent.futures import Executor, ThreadPoolExecutor
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, max_workers=-1)
attempt(ThreadPoolExecutor, "two")
attempt(ThreadPoolExecutor, initializer=5)
attempt(ThreadPoolExecutor, unknown=1)
print(issubclass(ThreadPoolExecutor, Executor))


def name():
    return threading.current_thread().name, threading.current_thread().daemon


for options in ({}, {"thread_name_prefix": "mine"}, {"max_workers": 1, "thread_name_prefix": ""}):
    with ThreadPoolExecutor(**options) as executor:
        print(executor.submit(name).result())
with ThreadPoolExecutor(3, "w") as executor:
    barrier = threading.Barrier(3)

    def together(_):
        barrier.wait()
        return threading.current_thread().name

    print(sorted(executor.map(together, range(3))), len(executor._threads), executor._max_workers)
