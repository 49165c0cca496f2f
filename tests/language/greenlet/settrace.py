# settrace() is told of every switch and throw, with origin and target.
from greenlet import greenlet, getcurrent, settrace, gettrace

names = {getcurrent(): "main"}
main = getcurrent()


def trace(event, args):
    origin, target = args
    print(event, names.get(origin, "?"), "->", names.get(target, "?"))


def body():
    try:
        main.switch()
    except ValueError:
        print("caught")


print(gettrace())
print(settrace(trace))
print(gettrace() is trace)
g = greenlet(body)
names[g] = "g"
g.switch()
g.throw(ValueError)
h = greenlet(lambda: 1 / 0)
names[h] = "h"
try:
    h.switch()
except ZeroDivisionError:
    print("main caught")
print(settrace(None) is trace, gettrace())
greenlet(lambda: None).switch()
