# joinall with raise_error raises the first failure without waiting for the rest
# weft only
import weft


def fails(seconds):
    weft.sleep(seconds)
    raise ValueError(f"after {seconds}")


slow = spawn(weft.sleep, 100)
try:
    joinall([slow, spawn(fails, 0.001)], raise_error=True)
except ValueError as error:
    print(error)
print(slow.done())
good = spawn(int, "7")
print([task.value for task in joinall([good], raise_error=True)])
