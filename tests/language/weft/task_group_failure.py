# the first failure of a group cancels the others and the block
# weft only
import weft


def fails(text):
    weft.sleep(0)
    raise ValueError(text)


def waits():
    try:
        weft.sleep(100)
    finally:
        print("cleaned up")


try:
    with weft.TaskGroup() as group:
        group.spawn(waits)
        group.spawn(fails, "one")
        group.spawn(fails, "two")
        weft.sleep(100)
        print("never printed")
except ExceptionGroup as error:
    print(error.message, [str(each) for each in error.exceptions])
try:
    with weft.TaskGroup() as group:
        task = group.spawn(waits)
        weft.sleep(0)
        raise KeyError("block")
except ExceptionGroup as error:
    print(error.exceptions, task.cancelled())
