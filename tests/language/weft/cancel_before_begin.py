# a task that is cancelled before it has begun never runs, and those who join it go on
# weft only
import weft


def work():
    print("never printed")


task = spawn(work)
later = weft.spawn_later(100, work)
waiter = spawn(joinall, [task, later])
print(task.cancel(), task.done(), task.cancelled())
weft.sleep(0)
print(waiter.done())
print(later.cancel(), later.done())
print([each is known for each, known in zip(waiter.result(), [task, later])])
print(task.cancel(), weft.stats()["alive"])
