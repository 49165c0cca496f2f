# Unknown attributes and wrong arguments of the methods are refused.
from greenlet import greenlet

g = greenlet(lambda: None)


def attempt(text, action):
    try:
        print(text, action())
    except Exception as error:
        print(text, type(error).__name__, error)


attempt("attribute", lambda: g.unknown)
attempt("throw", lambda: g.throw(1, 2, 3, 4))
attempt("order", lambda: g < g)
attempt("call", lambda: g())
print(g == g, hash(g) == hash(g), g != greenlet())
