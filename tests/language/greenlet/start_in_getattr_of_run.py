# A greenlet that switches elsewhere while its run is looked up starts once only.
from greenlet import greenlet, getcurrent

main = getcurrent()


class Tricky(greenlet):
    def __getattribute__(self, name):
        if name == "run":
            print("lookup in", "main" if getcurrent() is main else "other")
        return super().__getattribute__(name)


def body(value):
    return value * 2


t = Tricky(body)
print(t.switch(4))
print(t.dead)
