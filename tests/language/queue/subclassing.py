# A subclass of Queue may keep its items in its own way.
import queue


class Unique(queue.Queue):
    def _init(self, maxsize):
        print("_init", maxsize)
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = True

    def _get(self):
        return self.items.popitem()[0]


q = Unique(3)
for item in "aab":
    q.put(item)
print(q.qsize(), q.full(), q.empty(), q.unfinished_tasks)
print(q.get(), q.get(), q.empty())
try:
    q.get_nowait()
except queue.Empty:
    print("Empty")


class Loud(queue.Queue):
    def put(self, item, block=True, timeout=None):
        print("put", item)
        super().put(item, block, timeout)

    def get(self, *args, **kwargs):
        item = super().get(*args, **kwargs)
        print("got", item)
        return item


loud = Loud()
loud.put(1)
loud.put_nowait(2)
loud.get()
loud.get_nowait()
print(queue.Queue[int], queue.Queue[str, int])
