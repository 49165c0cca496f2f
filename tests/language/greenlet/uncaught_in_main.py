# An exception that nobody catches ends the program with a traceback through both greenlets.
from greenlet import greenlet


def fails(value):
    raise ValueError(value)


def start():
    greenlet(fails).switch("nobody catches")


print("before")
greenlet(start).switch()
print("never")
