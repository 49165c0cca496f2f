# two threads that each hold what the other one wants
# weft only
import threading
import time

first, second = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def eat(name, left, right):
    with left:
        both.wait()
        with right:
            print("never printed")


threads = [
    threading.Thread(target=eat, args=("a", first, second)),
    threading.Thread(target=eat, args=("b", second, first)),
]
for thread in threads:
    thread.start()
print("main ends")
