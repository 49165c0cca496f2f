# An exception goes to the parent even if another greenlet made the switch.
from greenlet import greenlet, getcurrent

main = getcurrent()


def catcher():
    while True:
        try:
            main.switch("ready")
        except Exception as error:
            print("catcher got", repr(error))


def fails():
    raise ValueError("lost?")


def starter():
    greenlet(fails, catcher_greenlet).switch()
    print("never")


catcher_greenlet = greenlet(catcher)
print(catcher_greenlet.switch())
s = greenlet(starter)
print(s.switch())
print(s.dead, catcher_greenlet.dead)
