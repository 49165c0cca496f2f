# throw() takes type, value and traceback as a raise statement would.
from greenlet import greenlet, getcurrent

main = getcurrent()


class Special(Exception):
    def __init__(self, *args):
        super().__init__("special", *args)


def body():
    while True:
        try:
            main.switch()
        except Exception as error:
            print("got", repr(error), error.__traceback__ is not None)


def attempt(text, *args):
    g = greenlet(body)
    g.switch()
    try:
        g.throw(*args)
    except BaseException as error:
        print(text, "->", type(error).__name__, error)


attempt("class", ValueError)
attempt("class, value", ValueError, "text")
attempt("class, tuple", ValueError, (1, 2))
attempt("class, None", ValueError, None)
attempt("class, instance", ValueError, ValueError("ready"))
attempt("class, instance of subclass", Exception, ValueError("sub"))
attempt("own class", Special, 1)
attempt("instance", ValueError("instance"))
attempt("instance, None", ValueError("instance"), None, None)
attempt("instance and value", ValueError("instance"), 5)
attempt("no exception", 5)
attempt("text", "text")
attempt("bad traceback", ValueError, None, 5)
try:
    raise KeyError("with traceback")
except KeyError as error:
    attempt("with traceback", KeyError, error, error.__traceback__)
