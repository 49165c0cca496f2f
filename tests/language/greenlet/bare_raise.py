# `raise` without an exception raises what this greenlet handles.
from greenlet import greenlet, getcurrent

main = getcurrent()


def body():
    try:
        raise KeyError("own")
    except KeyError:
        main.switch()
        raise


g = greenlet(body)
try:
    raise ValueError("main's")
except ValueError:
    g.switch()
try:
    raise OSError("other")
except OSError:
    try:
        g.switch()
    except KeyError as error:
        print("KeyError", error)


def nothing():
    raise


try:
    raise OSError("other")
except OSError:
    try:
        greenlet(nothing).switch()
    except RuntimeError as error:
        print("RuntimeError", error)
