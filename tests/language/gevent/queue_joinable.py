# JoinableQueue: join() waits until every item is done.
import gevent
from gevent.queue import JoinableQueue

q = JoinableQueue()
log = []


def worker():
    while True:
        item = q.get()
        gevent.sleep(0)
        log.append(item)
        q.task_done()


gevent.spawn(worker)
gevent.spawn(worker)
for i in range(5):
    q.put(i)
print(q.unfinished_tasks)
print(q.join(), log, q.unfinished_tasks)
print(q.join())
try:
    q.task_done()
except ValueError as error:
    print("ValueError", error)
preset = JoinableQueue(items=[1, 2])
print(preset.unfinished_tasks, preset.join(timeout=0.001))
preset = JoinableQueue(unfinished_tasks=3)
print(preset.unfinished_tasks)
