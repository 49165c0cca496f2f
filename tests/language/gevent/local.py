# local: every greenlet has its own attributes; subclasses initialise for each.
import gevent
from gevent.local import local

data = local()
data.name = "main"
log = []


def work(name):
    log.append(hasattr(data, "name"))
    data.name = name
    gevent.sleep(0)
    log.append(data.name)
    log.append(sorted(data.__dict__))
    del data.name
    try:
        data.name
    except AttributeError as error:
        log.append("AttributeError")


gevent.joinall([gevent.spawn(work, "a"), gevent.spawn(work, "b")])
for line in log:
    print(line)
print(data.name)


class Own(local):
    shared = []

    def __init__(self, start):
        print("init", start)
        self.value = start

    def grow(self):
        self.value += 1
        return self.value


own = Own(10)
print(own.grow(), own.grow())
print(gevent.spawn(own.grow).get(), own.value)
own.shared.append("x")
print(gevent.spawn(lambda: own.shared).get())
try:
    own.__dict__ = {}
except AttributeError as error:
    print("AttributeError", error)
try:
    local(1)
except TypeError as error:
    print("TypeError", error)
