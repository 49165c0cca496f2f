# imap raises a task's error where its result would be.
import gevent
from gevent.pool import Pool
from _helper import Caught


def work(x):
    if x == 1:
        raise ValueError("one")
    return x


with Caught():
    iterator = Pool(2).imap(work, range(3))
    print(next(iterator))
    try:
        next(iterator)
    except ValueError as error:
        print("ValueError", error)
    print(next(iterator, "none left"))

    def numbers():
        yield 0
        raise KeyError("from the input")

    iterator = Pool(2).imap(work, numbers())
    try:
        print(next(iterator))
        next(iterator)
    except KeyError as error:
        print("KeyError", error)
