# wait: all, the first, or the first failure.
from concurrent import futures
import threading

gates = [threading.Event() for _ in range(3)]


def work(number):
    gates[number].wait()
    if number == 1:
        raise ValueError("one")
    return number


def shown(result):
    return sorted(all_of.index(future) for future in result.done), sorted(
        all_of.index(future) for future in result.not_done
    )


with futures.ThreadPoolExecutor(3) as executor:
    all_of = [executor.submit(work, n) for n in range(3)]
    gates[0].set()
    result = futures.wait(all_of, return_when=futures.FIRST_COMPLETED)
    print(type(result).__name__, result._fields, shown(result), type(result.done).__name__)
    gates[1].set()
    print(shown(futures.wait(all_of, return_when="FIRST_EXCEPTION")))
    gates[2].set()
    print(shown(futures.wait(all_of, return_when=futures.ALL_COMPLETED)))
    print(shown(futures.wait(all_of + all_of)))
    print(shown(futures.wait(iter(all_of), 0, futures.FIRST_COMPLETED)))
    done, not_done = futures.wait([])
    print(done, not_done)
    try:
        futures.wait(all_of[:0] + [futures.Future()], return_when="NEVER", timeout=0.001)
    except ValueError as error:
        print("ValueError:", error)
    print(futures.FIRST_COMPLETED, futures.FIRST_EXCEPTION, futures.ALL_COMPLETED)
