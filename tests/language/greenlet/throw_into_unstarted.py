# An exception thrown into a greenlet that has not started ends it; the parent sees it.
from greenlet import greenlet, getcurrent, GreenletExit

g = greenlet(lambda: print("never"))
try:
    g.throw(ValueError("early"))
except ValueError as error:
    print("caught", error, g.dead)
g = greenlet(lambda: print("never"))
value = g.throw()
print(repr(value), g.dead)
g = greenlet(lambda: print("never"))
value = g.throw(GreenletExit("text"))
print(repr(value), g.dead)
main = getcurrent()


def parent_body():
    try:
        main.switch("ready")
    except KeyError as error:
        return "parent caught %r" % error


parent = greenlet(parent_body)
print(parent.switch())
child = greenlet(lambda: None, parent)
print(child.throw(KeyError("up")))
print(child.dead, parent.dead)
