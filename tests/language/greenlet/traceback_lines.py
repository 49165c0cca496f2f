# The traceback of an exception runs through the switch() of each parent.
from greenlet import greenlet


def lines(error):
    entry = error.__traceback__
    while entry is not None:
        yield entry.tb_frame.f_code.co_name, entry.tb_lineno
        entry = entry.tb_next


def inner():
    raise ValueError("x")


def outer():
    greenlet(inner).switch()


try:
    greenlet(outer).switch()
except ValueError as error:
    for line in lines(error):
        print(line)
