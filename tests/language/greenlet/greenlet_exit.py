# GreenletExit is a BaseException that the parent gets as a value, not as an error.
from greenlet import greenlet, getcurrent, GreenletExit
import greenlet as module

print(GreenletExit.__mro__[1:] == BaseException.__mro__)
print(GreenletExit.__name__, GreenletExit is module.GreenletExit is greenlet.GreenletExit)
print(issubclass(greenlet.error, Exception), greenlet.error is module.error, module.error.__name__)


def leave():
    raise GreenletExit("the", "value")


value = greenlet(leave).switch()
print(repr(value))


class Sub(GreenletExit):
    pass


def leave_sub():
    raise Sub(1)


print(repr(greenlet(leave_sub).switch()))
main = getcurrent()


def refuse():
    try:
        main.switch()
    except GreenletExit:
        print("not leaving")
    return "stayed"


g = greenlet(refuse)
g.switch()
print(g.throw())
