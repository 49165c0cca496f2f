# Event: set, clear, wait with and without a timeout.
import threading

event = threading.Event()
print(event.is_set(), event.wait(0.002), event.wait(timeout=0), event.wait(-1))
print(event.set(), event.is_set(), event.wait(), event.wait(0))
print(event.set(), event.clear(), event.is_set())


def shown(event):
    begin, end = repr(event).split("0x")
    return begin + end.partition(":")[2]


print(shown(event))
event.set()
print(shown(event))
event.clear()
results = []
threads = [threading.Thread(target=lambda: results.append(event.wait())) for _ in range(10)]
for thread in threads:
    thread.start()
print(results)
event.set()
for thread in threads:
    thread.join()
print(results)
event.clear()
thread = threading.Thread(target=event.set)
thread.start()
print(event.wait(10))
thread.join()
