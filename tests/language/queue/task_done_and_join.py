# join waits until task_done was called for every item.
import queue
import threading

q = queue.Queue()
q.join()
done = []


def work():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        done.append(item * item)
        q.task_done()


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(20):
    q.put(number)
q.join()
print(sorted(done) == [n * n for n in range(20)], q.unfinished_tasks)
for _ in threads:
    q.put(None)
for thread in threads:
    thread.join()
q.join()
print(q.unfinished_tasks, q.qsize())
try:
    q.task_done()
except ValueError as error:
    print("ValueError:", error)
q.put(1)
print(q.unfinished_tasks, q.get(), q.unfinished_tasks, q.task_done(), q.unfinished_tasks)
