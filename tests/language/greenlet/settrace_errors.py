# An exception of the trace function is raised where the switch goes, and tracing ends.
from greenlet import greenlet, settrace, gettrace


def trace(event, args):
    raise KeyError("trace " + event)


settrace(trace)
g = greenlet(lambda: print("never"))
try:
    g.switch()
except KeyError as error:
    print("KeyError", error)
print(gettrace())
print(g.dead)
for wrong in ((), (1, 2)):
    try:
        settrace(*wrong)
    except TypeError as error:
        print("TypeError")
