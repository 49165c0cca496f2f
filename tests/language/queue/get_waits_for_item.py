# A get that waits goes on when an item comes, for every kind of queue.
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    results = []
    thread = threading.Thread(target=lambda: results.append(q.get()))
    other = threading.Thread(target=lambda: results.append(q.get(timeout=10)))
    thread.start()
    other.start()
    q.put(1)
    q.put(2)
    thread.join()
    other.join()
    print(kind.__name__, sorted(results), q.empty())
