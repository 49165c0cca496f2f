# the block of a TaskGroup ends when its tasks have ended
# weft only
import weft

with weft.TaskGroup() as group:
    tasks = [group.spawn(lambda n=n: (weft.sleep(0.001 * n), n)[1]) for n in range(3)]
    print("block", [task.done() for task in tasks])
print([task.value for task in tasks])
try:
    group.spawn(print)
except RuntimeError as error:
    print(error)
try:
    weft.TaskGroup().spawn(print)
except RuntimeError as error:
    print(error)
with weft.TaskGroup() as outer:

    def nested():
        outer.spawn(print, "spawned by a task of the group")

    outer.spawn(nested)
print("end")
