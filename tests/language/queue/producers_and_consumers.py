# Many producers and consumers over one bounded queue lose and double nothing.
import queue
import threading
import time

for q in (queue.Queue(4), queue.SimpleQueue(), queue.PriorityQueue(4), queue.LifoQueue(4)):
    results = []

    def produce(first):
        for number in range(first, first + 200):
            q.put(number)

    def consume():
        while True:
            item = q.get()
            if item >= 10000:
                return
            results.append(item)

    producers = [threading.Thread(target=produce, args=(n * 1000,)) for n in range(4)]
    consumers = [threading.Thread(target=consume) for _ in range(3)]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    # The last one in is the first out of a LifoQueue: the ends are sent when all has been taken.
    while len(results) < 800:
        time.sleep(0.001)
    for _ in consumers:
        q.put(10000)
    for thread in consumers:
        thread.join()
    print(type(q).__name__, len(results), sorted(results) == sorted(n * 1000 + m for n in range(4) for m in range(200)))
