# enumerate and active_count tell the threads that are alive.
import threading

gate = threading.Event()


def names():
    return sorted(thread.name for thread in threading.enumerate())


print(names(), threading.active_count())
threads = [threading.Thread(target=gate.wait, name="t%d" % n) for n in range(3)]
print(names(), threading.active_count())
for thread in threads:
    thread.start()
print(names(), threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print(names(), threading.active_count())
inside = []
thread = threading.Thread(target=lambda: inside.extend(names()), name="inner")
thread.start()
thread.join()
print(inside)
