# Two greenlets switch to each other; the main greenlet goes on when one of them ends.
from greenlet import greenlet


def first():
    print("first 1")
    second_greenlet.switch()
    print("first 2")
    second_greenlet.switch()
    print("first 3")


def second():
    print("second 1")
    first_greenlet.switch()
    print("second 2")


first_greenlet = greenlet(first)
second_greenlet = greenlet(second)
first_greenlet.switch()
print("main again", first_greenlet.dead, second_greenlet.dead)
first_greenlet.switch()
print("end", first_greenlet.dead)
