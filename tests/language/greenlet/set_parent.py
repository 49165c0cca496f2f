# The parent can be set while a greenlet is alive; impossible parents are refused.
from greenlet import greenlet, getcurrent

main = getcurrent()


def attempt(text, action):
    try:
        action()
    except Exception as error:
        print(text, type(error).__name__, error)
    else:
        print(text, "fine")


one = greenlet(lambda: "one")
two = greenlet(lambda value="start": "two got " + value)
one.parent = two
print(one.parent is two)
print(one.switch())


def set_parent(g, value):
    g.parent = value


def delete_parent(g):
    del g.parent


a = greenlet(lambda: None)
b = greenlet(lambda: None, a)
attempt("cycle", lambda: set_parent(a, b))
attempt("self", lambda: set_parent(a, a))
attempt("None", lambda: set_parent(a, None))
attempt("int", lambda: set_parent(a, 5))
attempt("main", lambda: set_parent(main, a))
attempt("delete", lambda: delete_parent(a))
attempt("constructor", lambda: greenlet(lambda: None, 5))
