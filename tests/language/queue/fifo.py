# Queue gives back in the order of putting.
import queue

q = queue.Queue()
print(q.empty(), q.full(), q.qsize(), q.maxsize)
for item in (3, 1, 2, None, "text"):
    print(q.put(item), q.qsize())
print(q.empty(), q.full())
while not q.empty():
    print(q.get(), end=" ")
print(q.qsize())
q.put_nowait("a")
q.put("b", False)
q.put("c", block=True, timeout=1)
print(q.get_nowait(), q.get(False), q.get(timeout=1))
