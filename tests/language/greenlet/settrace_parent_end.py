# The end of a greenlet is one traced switch to the parent.
from greenlet import greenlet, getcurrent, settrace

names = {getcurrent(): "main"}


def trace(event, args):
    print(event, names[args[0]], names[args[1]], names[getcurrent()])


def inner_body():
    return "inner"


def outer_body():
    inner = greenlet(inner_body)
    names[inner] = "inner"
    inner.switch()
    raise KeyError("outer")


outer = greenlet(outer_body)
names[outer] = "outer"
settrace(trace)
try:
    outer.switch()
except KeyError:
    pass
settrace(None)
