# getcurrent() is the greenlet that runs; the first one of a thread is its main greenlet.
from greenlet import greenlet, getcurrent
import greenlet as module

main = getcurrent()
print(type(main) is greenlet, main is getcurrent(), main is greenlet.getcurrent())
print(main.parent, main.dead, bool(main))
seen = []


def body():
    seen.append(getcurrent())
    seen.append(module.getcurrent())


worker = greenlet(body)
worker.switch()
print(seen[0] is worker, seen[1] is worker, getcurrent() is main)
