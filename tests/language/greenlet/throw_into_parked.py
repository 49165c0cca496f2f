# throw() raises where the greenlet is parked; it may handle it and go on.
from greenlet import greenlet, getcurrent

main = getcurrent()


def body():
    try:
        main.switch("first")
    except ValueError as error:
        print("caught", repr(error))
    try:
        main.switch("second")
    except KeyError as error:
        print("caught", repr(error))
    return "end"


g = greenlet(body)
print(g.switch())
print(g.throw(ValueError, "text"))
print(g.throw(KeyError("instance")))
print(g.dead)
