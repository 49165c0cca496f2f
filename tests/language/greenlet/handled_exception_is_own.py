# What sys.exc_info() shows belongs to each greenlet.
import sys
from greenlet import greenlet, getcurrent

main = getcurrent()


def kind():
    return sys.exc_info()[0]


def body():
    print("in greenlet", kind())
    try:
        raise KeyError("inside")
    except KeyError:
        print("handling", kind())
        main.switch()
        print("still handling", kind())
    print("after", kind())


g = greenlet(body)
try:
    raise ValueError("outside")
except ValueError:
    print("main", kind())
    g.switch()
    print("main still", kind())
print("main after", kind())
g.switch()
print("end", kind())
