# A subclass of local is initialised anew in each thread that uses it, with the same arguments.
import threading


class Counter(threading.local):
    shared = []
    number = 0

    def __init__(self, start, step=1):
        self.value = start
        self.step = step
        self.shared.append((threading.current_thread().name, start, step))

    def advance(self):
        self.value += self.step
        return self.value

    @property
    def double(self):
        return self.value * 2


counter = Counter(10, step=5)
print(counter.advance(), counter.advance(), counter.double)


def work():
    results.append(counter.advance())
    counter.number = 7
    results.append((counter.number, counter.double))


results = []
for name in ("one", "two"):
    thread = threading.Thread(target=work, name=name)
    thread.start()
    thread.join()
print(results)
print(counter.value, counter.number, Counter.shared)
try:
    threading.local(1)
except TypeError as error:
    print("TypeError:", error)
try:
    threading.local(key=1)
except TypeError as error:
    print("TypeError:", error)


class Slots(threading.local):
    __slots__ = ("common",)


slots = Slots()
slots.common = 1
slots.own = 2
thread = threading.Thread(target=lambda: results.append((slots.common, hasattr(slots, "own"))))
thread.start()
thread.join()
print(results[-1])
