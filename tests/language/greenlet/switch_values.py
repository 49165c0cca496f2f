# What switch() is given arrives as arguments first, then as the value of the other's switch().
from greenlet import greenlet, getcurrent

main = getcurrent()


def show(*args, **kwargs):
    print("started with", args, kwargs)
    for step in range(7):
        print(step, repr(main.switch(step)))
    return "result"


worker = greenlet(show)
print("back:", worker.switch(1, 2, key=3))
print("back:", worker.switch())
print("back:", worker.switch("one"))
print("back:", worker.switch("one", "two"))
print("back:", worker.switch(key="word"))
print("back:", worker.switch("one", key="word"))
print("back:", worker.switch(None))
print("back:", worker.switch((1, 2)))
print(worker.dead)
