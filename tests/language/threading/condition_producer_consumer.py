# Producer and consumer with one Condition and a bounded buffer.
import threading

condition = threading.Condition()
buffer = []
consumed = []
most = 0


def produce(first):
    global most
    for item in range(first, first + 50):
        with condition:
            condition.wait_for(lambda: len(buffer) < 3)
            buffer.append(item)
            most = max(most, len(buffer))
            condition.notify_all()


def consume():
    while True:
        with condition:
            while not buffer:
                condition.wait()
            item = buffer.pop(0)
            if item is None:
                buffer.append(None)
                condition.notify_all()
                return
            consumed.append(item)
            condition.notify_all()


producers = [threading.Thread(target=produce, args=(first,)) for first in (0, 100, 200)]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
with condition:
    buffer.append(None)
    condition.notify_all()
for thread in consumers:
    thread.join()
print(len(consumed), sum(consumed), most <= 3, buffer)
for first in (0, 100, 200):
    own = [item for item in consumed if first <= item < first + 50]
    print(own == sorted(own))
