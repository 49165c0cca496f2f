# join tells whether the task has ended in time; result and exception raise TimeoutError
# weft only
import weft

task = spawn(weft.sleep, 30)
print(task.join(0.01), task.join(0), task.join(timeout=-1))
for wait in (task.result, task.exception):
    try:
        wait(0.01)
    except TimeoutError as error:
        print(type(error).__name__, error)
print(task.done())
