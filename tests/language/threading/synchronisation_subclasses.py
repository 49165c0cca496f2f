# Classes derived from Condition, Semaphore and Event have attributes and methods of their own.
import threading
import weakref


class NamedEvent(threading.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.times = 0

    def set(self):
        self.times += 1
        super().set()


event = NamedEvent("ready")
print(event.is_set(), event.wait(0.001))
event.set()
event.set()
print(event.is_set(), event.wait(), event.times, event.name)
print(repr(event).split(" at ")[0], repr(event).split(": ")[1])
event.clear()
print(event.is_set())


class Counted(threading.Semaphore):
    taken = 0

    def acquire(self, *args, **kwargs):
        got = super().acquire(*args, **kwargs)
        self.taken += got
        return got

    __enter__ = acquire


counted = Counted(value=2)
with counted:
    counted.acquire()
    print(counted.acquire(blocking=False), counted.taken, counted._value)
counted.release()
print(counted.taken, counted._value, repr(counted).split(" at ")[0])


class Signal(threading.Condition):
    def __init__(self):
        super().__init__(threading.Lock())
        self.sent = 0

    def notify(self, n=1):
        self.sent += n
        super().notify(n)


signal = Signal()
with signal:
    signal.notify()
    signal.notify(2)
print(signal.sent, signal._lock.locked())
for made in (event, counted, signal):
    made.extra = 1
    print(weakref.ref(made)() is made, made.extra, type(made).__mro__[1].__name__)
print(threading.Condition.__module__, threading.Event.__qualname__)
