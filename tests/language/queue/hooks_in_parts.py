# A queue heeds what a program replaces: a hook of the class, of the object, the items themselves.
import queue


class Doubling(queue.Queue):
    def _put(self, item):
        super()._put(item * 2)


q = Doubling()
q.put(4)
q.put_nowait(5)
print(q.get(), q.get_nowait(), q.qsize())


class Last(queue.Queue):
    def _get(self):
        return self.queue.pop()


q = Last()
for item in "abc":
    q.put(item)
print(q.get(), q.get(), q.get())

q = queue.Queue()
q._put = lambda item: q.queue.append(("own", item))
q.put(1)
print(q.get())
del q._put
q.put(1)
print(q.get())

q = queue.Queue()
q.put("before")
original = queue.Queue._put
queue.Queue._put = lambda self, item: original(self, [item])
q.put("wrapped")
queue.Queue._put = original
q.put("after")
print(q.get(), q.get(), q.get())

q = queue.Queue(2)
q.queue.extend("xyz")
print(q.full(), q.qsize(), q.get(), q.unfinished_tasks)
q.maxsize = 0
print(q.full(), q.empty())
q.maxsize = 1
try:
    q.put("no room", block=False)
except queue.Full:
    print("Full")


class Refusing(queue.Queue):
    def _qsize(self):
        return 0


q = Refusing()
q.put(1)
print(q.empty(), q.qsize(), list(q.queue))
try:
    q.get(timeout=0.001)
except queue.Empty:
    print("Empty")


class NoInit(queue.Queue):
    def __init__(self):
        pass


for call in (lambda q: q.put(1), lambda q: q.get(), lambda q: q.qsize()):
    try:
        call(NoInit())
    except AttributeError:
        print("AttributeError")
