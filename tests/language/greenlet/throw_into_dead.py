# An exception thrown into a dead greenlet arrives at its parent at once.
from greenlet import greenlet, GreenletExit

g = greenlet(lambda: "end")
print(g.switch(), g.dead)
try:
    g.throw(ValueError("late"))
except ValueError as error:
    print("caught", error)
print(repr(g.throw()))
print(repr(g.throw(GreenletExit("x"))))
try:
    g.throw(GreenletExit, "y")
except BaseException as error:
    print("raised", repr(error))
