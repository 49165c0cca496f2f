# the main program waits as all fibers do, without a native stack of its own
# weft only
import threading
import greenlet
import weft


def other(main):
    while True:
        main.switch()


def switch_often(where):
    there = greenlet.greenlet(other)
    there.switch(greenlet.getcurrent())
    before = weft.stats()
    for _ in range(1000):
        there.switch()
    now = weft.stats()
    switches, native = (now[what] - before[what] for what in ("switches", "native_switches"))
    print(where, switches >= 2000, native < 100)
    return there


def pinned_meanwhile():
    seen = []
    joinall([spawn(lambda: seen.append(weft.stats()["pinned"]))])
    return seen[0]


there = switch_often("main")
print("pinned:", pinned_meanwhile())

# Below a native function it is pinned, on whatever stack it is by now.
seen = []


def key(value):
    seen.append(pinned_meanwhile())
    return -value


print(sorted([1, 3, 2], key=key), seen)
print(sorted([2, 3, 1], key=lambda value: there.switch() or value))

# What it does leaves the loop it came from, wherever it ended.
thread = threading.Thread(target=switch_often, args=("thread",))
thread.start()
thread.join()


def fails():
    pinned_meanwhile()
    raise ValueError("out of the thread")


threading.excepthook = lambda failure: print(failure.exc_type.__name__, failure.exc_value)
thread = threading.Thread(target=fails)
thread.start()
thread.join()
print("pinned:", pinned_meanwhile())
