# A subclass may define run() and attributes of its own.
from greenlet import greenlet, getcurrent


class Worker(greenlet):
    kind = "worker"

    def __init__(self, name):
        super().__init__()
        self.name = name
        self.log = []

    def run(self, *args, **kwargs):
        self.log.append((args, kwargs))
        got = self.parent.switch(self.name + " parked")
        self.log.append(got)
        return self.name + " done"


w = Worker("first")
print(isinstance(w, greenlet), w.kind, w.name)
print(w.switch(1, b=2))
print(w.switch("again"))
print(w.log, w.dead)
w.extra = 5
print(sorted(w.__dict__))


class Named(greenlet):
    def __init__(self, run=None, parent=None, name="?"):
        super().__init__(run, parent)
        self.name = name


n = Named(lambda: getcurrent().name, name="n")
print(n.switch())


class Slots(greenlet):
    __slots__ = ("value",)


s = Slots(lambda: getcurrent().value)
s.value = "slot"
print(s.switch())
