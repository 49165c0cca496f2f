# sys._getframe() inside a greenlet sees the greenlet's frames only.
import sys
from greenlet import greenlet


def depth():
    frame = sys._getframe()
    names = []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def body():
    print(depth())
    return inner()


def inner():
    return greenlet(depth).switch()


print(depth())
print(greenlet(body).switch())
