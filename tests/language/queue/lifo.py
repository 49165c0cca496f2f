# LifoQueue gives back the newest first.
import queue

q = queue.LifoQueue(3)
for item in "abc":
    q.put(item)
print(q.full(), q.qsize())
try:
    q.put_nowait("d")
except queue.Full as error:
    print(type(error).__name__, error.args)
print(q.get(), q.get())
q.put("e")
print(q.get(), q.get(), q.empty())
try:
    q.get_nowait()
except queue.Empty as error:
    print(type(error).__name__, error.args)
print(isinstance(q, queue.Queue))
