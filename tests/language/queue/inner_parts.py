# The lock and conditions of a Queue are there for programs that look inside.
import queue
import threading

q = queue.Queue(5)
q.put("a")
q.put("b")
with q.mutex:
    print(list(q.queue), q.mutex.locked())
    q.queue.clear()
print(q.qsize(), q.unfinished_tasks)
for name in ("not_empty", "not_full", "all_tasks_done"):
    print(name, isinstance(getattr(q, name), threading.Condition))
with q.not_empty:
    print(q.mutex.locked())
priority = queue.PriorityQueue()
priority.put(2)
priority.put(1)
print(priority.queue, type(queue.LifoQueue().queue).__name__, type(q.queue).__name__)
print(sorted(queue.__all__))
