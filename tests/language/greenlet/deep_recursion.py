# Recursion inside greenlets: each has the depth to itself, a runaway one raises RecursionError.
import sys
from greenlet import greenlet, getcurrent

main = getcurrent()


def down(n):
    if n == 0:
        return main.switch("bottom")
    return down(n - 1) + 1


greenlets = [greenlet(down) for _ in range(5)]
print([g.switch(300) for g in greenlets])
print([g.switch(i) for i, g in enumerate(greenlets)])


def endless(n):
    return endless(n + 1) + 1


def guarded():
    try:
        endless(0)
    except RecursionError as error:
        return "RecursionError", str(error).split(" while")[0]


print(greenlet(guarded).switch())


def nest(n):
    if n == 0:
        return "innermost"
    return greenlet(nest).switch(n - 1)


print(nest(200))
