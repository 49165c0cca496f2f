# dead and the truth of a greenlet over its life.
from greenlet import greenlet, getcurrent

main = getcurrent()


def body():
    print("running", getcurrent().dead, bool(getcurrent()))
    main.switch()


g = greenlet(body)
print("new", g.dead, bool(g))
g.switch()
print("parked", g.dead, bool(g))
g.switch()
print("ended", g.dead, bool(g))
print("main", main.dead, bool(main))
try:
    g.dead = False
except AttributeError as error:
    print("AttributeError")
failed = greenlet(lambda: 1 / 0)
try:
    failed.switch()
except ZeroDivisionError:
    print("failed", failed.dead, bool(failed))
