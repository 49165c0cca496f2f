# `run` is what will be called; it can be set until the start and is gone afterwards.
from greenlet import greenlet


def attempt(text, action):
    try:
        print(text, action())
    except Exception as error:
        print(text, type(error).__name__, error)


g = greenlet()
attempt("unset", lambda: g.run)
g.run = lambda: "ran"
print(callable(g.run))
attempt("switch", g.switch)
attempt("after", lambda: g.run)


def set_run():
    g.run = 1


attempt("set after", set_run)
h = greenlet(lambda: None)
print(h.run.__name__)
del h.run
attempt("deleted", lambda: h.run)
attempt("switch without run", h.switch)
k = greenlet(5)
attempt("not callable", k.switch)
