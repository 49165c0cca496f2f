# Native code that calls back does so in the greenlet that called it.
from greenlet import greenlet, getcurrent

names = {}


class Probe:
    def __lt__(self, other):
        print("compare in", names[getcurrent()])
        return False

    def __del__(self):
        pass


def body():
    sorted([Probe(), Probe()])
    return [names[getcurrent()] for _ in range(2)]


g = greenlet(body)
names[g] = "g"
names[getcurrent()] = "main"
print(g.switch())
sorted([Probe(), Probe()])
