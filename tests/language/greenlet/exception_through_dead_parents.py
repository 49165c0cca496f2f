# When the parent is dead, an exception goes on to the parent's parent.
from greenlet import greenlet

parent = greenlet(lambda: "parent end")


def fails():
    raise ValueError("up")


child = greenlet(fails, parent)
other = greenlet(lambda: "value", parent)
print(parent.switch())
try:
    child.switch()
except ValueError as error:
    print("caught", error)
print(other.switch())
print(child.dead, other.dead)
