# throw() without arguments raises GreenletExit, which ends the greenlet quietly with it as value.
from greenlet import greenlet, getcurrent, GreenletExit

main = getcurrent()


def body():
    try:
        main.switch("parked")
    finally:
        print("finally")


g = greenlet(body)
print(g.switch())
value = g.throw()
print(type(value), value.args, isinstance(value, GreenletExit))
print(g.dead)
