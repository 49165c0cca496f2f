# A switch to a dead greenlet goes to its parent with the value: it comes back at once.
from greenlet import greenlet

g = greenlet(lambda: "result")
print(g.switch())
print(repr(g.switch()))
print(repr(g.switch(1)))
print(repr(g.switch(1, 2)))
print(repr(g.switch(a=1)))
print(repr(g.switch(1, a=2)))


def listener():
    value = other.switch("waiting")
    return "listener got %r" % (value,)


parent = greenlet(lambda: (yield_to_main(), "parent end")[1])
main = greenlet.getcurrent()


def yield_to_main():
    print("parent was given", main.switch("parked"))


print(parent.switch())
child = greenlet(lambda: "child's result", parent)
child.run = lambda: "child's result"
print(child.switch())
print(parent.dead, child.dead)
print(repr(child.switch("past both")))
