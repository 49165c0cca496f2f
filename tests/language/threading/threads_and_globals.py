# Threads share globals, closures and default arguments; locals are their own.
import threading

number = 1


def work(step, seen=[]):
    global number
    local = number
    number += step
    seen.append((local, number))
    return seen


def outer():
    count = 0

    def inner():
        nonlocal count
        count += 1

    for _ in range(3):
        thread = threading.Thread(target=inner)
        thread.start()
        thread.join()
    return count


for step in (1, 10):
    thread = threading.Thread(target=work, args=(step,))
    thread.start()
    thread.join()
print(number, work(0), outer())
