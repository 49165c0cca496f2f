# What gr_context takes and refuses.
from contextvars import ContextVar, copy_context
from greenlet import greenlet, getcurrent

variable = ContextVar("variable")


def attempt(text, action):
    try:
        print(text, action())
    except Exception as error:
        print(text, type(error).__name__, error)


g = greenlet(lambda: variable.get())


def put(target, value):
    target.gr_context = value


def delete(target):
    del target.gr_context


attempt("fresh", lambda: g.gr_context)
attempt("int", lambda: put(g, 5))
attempt("None", lambda: put(g, None))
attempt("delete", lambda: delete(g))
context = copy_context()
context.run(variable.set, "from the context")
attempt("context", lambda: put(g, context))
attempt("get", lambda: g.gr_context is context)
attempt("value", g.switch)
main = getcurrent()
parked = greenlet(lambda: (main.switch(), variable.get())[1])
parked.switch()
put(parked, context)
attempt("put while parked", parked.switch)
