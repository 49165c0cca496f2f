# The parent at the time of the end counts.
from greenlet import greenlet, getcurrent

main = getcurrent()


def collector():
    while True:
        value = main.switch("collector waits")
        print("collected", value)


def worker():
    main.switch("worker waits")
    return "worker's result"


c = greenlet(collector)
print(c.switch())
w = greenlet(worker)
print(w.switch())
w.parent = c
print(w.switch())
print(w.dead, w.parent is c)
