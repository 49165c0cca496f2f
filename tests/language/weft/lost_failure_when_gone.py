# a failure is told when the task is gone, not only at the end
# weft only
import gc
import sys


def work():
    raise ValueError("lost")


def start():
    spawn(work).join()


sys.stderr = sys.stdout
start()
[None] * 100
spawn(int).join()
gc.collect()
gc.collect()
print("end")
