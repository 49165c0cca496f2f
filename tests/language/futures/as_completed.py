# as_completed gives futures as they are done, done ones first, each once.
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
import threading

gates = [threading.Event() for _ in range(3)]
with ThreadPoolExecutor(3) as executor:
    waiting = [executor.submit(gate.wait) for gate in gates]
    order = []
    gates[2].set()
    iterator = as_completed(waiting)
    order.append(waiting.index(next(iterator)))
    gates[0].set()
    order.append(waiting.index(next(iterator)))
    gates[1].set()
    order.append(waiting.index(next(iterator)))
    print(order, next(iterator, "end"))
    print(sorted(waiting.index(future) for future in as_completed(waiting + waiting)))

ready = Future()
ready.set_result("ready")
late = Future()
iterator = as_completed([late, ready], timeout=0.005)
print(next(iterator).result())
try:
    next(iterator)
except TimeoutError as error:
    print(error)
print(list(as_completed([])))
by_name = {}
with ThreadPoolExecutor(2) as executor:
    for name in ("x", "y", "z"):
        by_name[executor.submit(str.upper, name)] = name
    print(sorted((by_name[future], future.result()) for future in as_completed(by_name)))
