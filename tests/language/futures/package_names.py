# Names of concurrent.futures and of its submodules.
import concurrent.futures
import concurrent.futures.thread
from concurrent.futures._base import CANCELLED, FINISHED, PENDING, RUNNING, CANCELLED_AND_NOTIFIED

for name in (
    "FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED CancelledError TimeoutError BrokenExecutor Future "
    "Executor wait as_completed ThreadPoolExecutor InvalidStateError"
).split():
    print(name, hasattr(concurrent.futures, name), name in concurrent.futures.__all__)
print(concurrent.futures.thread.ThreadPoolExecutor is concurrent.futures.ThreadPoolExecutor)
print(PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
print(concurrent.futures.Future.__module__, concurrent.futures.ThreadPoolExecutor.__module__)
try:
    concurrent.futures.nothing
except AttributeError as error:
    print("AttributeError:", error)
