# a task that cancels itself ends where it does
# weft only
import weft


def work():
    try:
        weft.current_task().cancel()
    finally:
        print("finally")
    print("never printed")


task = spawn(work)
print(task.join(), task.cancelled())
