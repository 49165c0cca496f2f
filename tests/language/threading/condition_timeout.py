# wait and wait_for with timeouts tell whether they were notified.
import threading

condition = threading.Condition()
with condition:
    print(condition.wait(0.005), condition.wait(timeout=0), condition.wait(-1))
    print(condition.wait_for(lambda: 0, timeout=0.005), condition.wait_for(lambda: [1], 0.005))
    print(condition.wait_for(lambda: None, timeout=-1))

calls = []


def predicate():
    calls.append(len(calls))
    return len(calls) > 3 and "enough"


def poke():
    for _ in range(3):
        with condition:
            condition.notify()


with condition:
    thread = threading.Thread(target=poke)
    thread.start()
    while True:
        result = condition.wait_for(predicate, timeout=0.2)
        if result:
            break
    print(result, len(calls) >= 4)
thread.join()
# After a timeout the waiter is forgotten.
with condition:
    condition.wait(0.001)
    condition.notify()
    print(condition.wait(0.001))
