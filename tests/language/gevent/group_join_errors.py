# Group.join(raise_error=True) raises what a greenlet raised.
import gevent
from gevent.pool import Group
from _helper import Caught


def fails(x):
    raise ValueError(x)


group = Group()
with Caught():
    group.spawn(fails, "error")
    try:
        group.join(raise_error=True)
    except ValueError as error:
        print("ValueError", error)
    group.spawn(fails, "quiet")
    print(group.join())
slow = group.spawn(gevent.sleep, 10)
print(group.join(timeout=0.001), len(group))
slow.kill()
gevent.sleep(0)
print(len(group))
