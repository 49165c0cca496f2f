# Keyword arguments start a function and come out of switch() as a dict.
from greenlet import greenlet, getcurrent

main = getcurrent()


def body(a, *, b=2, **rest):
    print(a, b, sorted(rest.items()))
    got = main.switch(a=a)
    print("got", got)
    got = main.switch(a, b=b)
    print("got", got)


g = greenlet(body)
print(g.switch(1, b=5, c=6))
print(g.switch(x=1))
print(g.switch(1, 2, x=3))
h = greenlet(body)
try:
    h.switch()
except TypeError as error:
    print("TypeError", error, h.dead)
