# result, exception and wait with timeouts.
from concurrent import futures
import threading

gate = threading.Event()
with futures.ThreadPoolExecutor(1) as executor:
    future = executor.submit(gate.wait)
    for ask in (future.result, future.exception):
        for timeout in (0.005, 0, -1):
            try:
                ask(timeout)
            except futures.TimeoutError as error:
                print(type(error).__name__, error.args)
    done, not_done = futures.wait([future], timeout=0.002)
    print(len(done), len(not_done))
    try:
        list(futures.as_completed([future], timeout=0.002))
    except TimeoutError as error:
        print(error)
    gate.set()
    print(future.result(10))
print(futures.TimeoutError is TimeoutError)
