# A switch to oneself returns what was given, without going anywhere.
from greenlet import greenlet, getcurrent

print(repr(getcurrent().switch()))
print(repr(getcurrent().switch(5)))
print(repr(getcurrent().switch(5, x=1)))


def body():
    print(repr(getcurrent().switch("self")))
    return "done"


print(greenlet(body).switch())
try:
    getcurrent().throw(KeyError("self"))
except KeyError as error:
    print("KeyError", error)
