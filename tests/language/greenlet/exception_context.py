# The context of an exception does not leak from one greenlet into another.
from greenlet import greenlet, getcurrent

main = getcurrent()


def body():
    try:
        raise KeyError("in body")
    except KeyError:
        main.switch()
        try:
            raise IndexError("second")
        except IndexError as error:
            print("context", repr(error.__context__))


g = greenlet(body)
try:
    raise ValueError("in main")
except ValueError:
    g.switch()
    try:
        raise TypeError("third")
    except TypeError as error:
        print("context", repr(error.__context__))
g.switch()


def thrown_into():
    try:
        main.switch()
    except ValueError as error:
        print("thrown", repr(error), repr(error.__context__))


h = greenlet(thrown_into)
h.switch()
try:
    raise OSError("around")
except OSError:
    h.throw(ValueError("thrown"))
