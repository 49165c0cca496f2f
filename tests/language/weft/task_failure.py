# result raises what the task failed with, every time; exception gives it
# weft only
import weft


def fails():
    weft.sleep(0)
    raise KeyError("gone")


task = spawn(fails)
for _ in range(2):
    try:
        task.result()
    except KeyError as error:
        print("caught", error, error is task.exception())
print(task.value, task.exception(0))
print(spawn(int).exception())
