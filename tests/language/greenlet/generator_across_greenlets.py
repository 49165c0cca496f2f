# One generator can be advanced by several greenlets in turn, but by one at a time.
from greenlet import greenlet, getcurrent

main = getcurrent()


def count():
    n = 0
    while True:
        yield n
        n += 1


shared = count()


def body(name):
    while True:
        main.switch(name, next(shared))


a = greenlet(body)
b = greenlet(body)
print(a.switch("a"), b.switch("b"), a.switch(), b.switch(), next(shared))


def parks():
    yield 1
    main.switch("inside the generator")
    yield 2


parked = parks()


def advance():
    return next(parked), next(parked)


g = greenlet(advance)
print(g.switch())
try:
    next(parked)
except ValueError as error:
    print("ValueError", error)
print(g.switch())
