# An exception that a greenlet does not catch is raised in its parent's switch().
from greenlet import greenlet


def fails():
    raise ValueError("from below")


g = greenlet(fails)
try:
    g.switch()
except ValueError as error:
    print("main caught", error, g.dead)


def middle():
    inner = greenlet(fails)
    try:
        inner.switch()
    except ValueError as error:
        print("middle caught", error, inner.dead)
        raise KeyError("from the middle") from error


try:
    greenlet(middle).switch()
except KeyError as error:
    print("main caught", error, "cause", repr(error.__cause__))


def leaves():
    raise SystemExit(3)


try:
    greenlet(leaves).switch()
except SystemExit as error:
    print("SystemExit", error.code)
