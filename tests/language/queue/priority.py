# PriorityQueue gives back the smallest first.
import queue

q = queue.PriorityQueue()
for item in ((2, "two"), (1, "one"), (3, "three"), (1, "also one"), (0, "zero")):
    q.put(item)
while q.qsize():
    print(q.get())
for number in (5, 3, 8, 1, 9, 2, 7):
    q.put(number)
print([q.get() for _ in range(7)])
q.put((1, {}))
try:
    q.put((1, {"key": 1}))
    q.get()
except TypeError as error:
    print("TypeError:", error)


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority


jobs = queue.PriorityQueue(2)
jobs.put(Job(3, "late"))
jobs.put(Job(1, "early"))
print(jobs.full(), jobs.get().name, jobs.get().name)
