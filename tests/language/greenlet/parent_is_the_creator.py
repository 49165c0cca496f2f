# A greenlet's parent is the greenlet that made it, unless one is given.
from greenlet import greenlet, getcurrent

main = getcurrent()


def outer():
    inner = greenlet(lambda: print("inner's parent is outer:", getcurrent().parent is outer_greenlet))
    inner.switch()
    other = greenlet(lambda: "to main", main)
    print("given:", other.parent is main)
    other.switch()
    print("never")


outer_greenlet = greenlet(outer)
print(outer_greenlet.parent is main)
print(outer_greenlet.switch())
print(outer_greenlet.dead)
named = greenlet(run=lambda: None, parent=outer_greenlet)
print(named.parent is outer_greenlet)
