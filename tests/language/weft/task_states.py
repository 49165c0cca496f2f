# the states, the name and the text of a task
# weft only
import weft


def worker():
    print(repr(weft.current_task()).split(" at ")[0])
    weft.sleep(0)


def fails():
    raise ValueError("no")


def shown(task):
    return repr(task).split(" at ")[0]


task = spawn(worker)
print(shown(task), task.name, task.cancelled())
weft.sleep(0)
print(shown(task))
task.join()
print(shown(task))
task.name = "renamed"
print(shown(task))
failed = spawn(fails)
failed.join()
print(shown(failed), failed.exception())
print(weft.current_task())
try:
    task.name = 1
except TypeError as error:
    print(error)
print(shown(spawn(lambda: 0)), shown(spawn("x".upper)), shown(spawn(dict)))
