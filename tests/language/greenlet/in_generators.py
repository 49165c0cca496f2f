# A generator may switch while it runs; it goes on where it was.
from greenlet import greenlet, getcurrent

main = getcurrent()


def numbers():
    for i in range(3):
        got = main.switch(("switch", i))
        yield i, got


def body():
    return list(numbers())


g = greenlet(body)
print(g.switch())
print(g.switch("a"))
print(g.switch("b"))
print(g.switch("c"))
