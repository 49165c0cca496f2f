# Exceptions of raw greenlets, callbacks, links and timers are printed with what failed.
import gevent
from _helper import Caught


def fails(*args):
    raise ValueError("fails")


def text(caught):
    lines = caught.shown().split("\n")
    return [line for line in lines if not line.startswith("    ")]


hub = gevent.get_hub()
for action in (
    lambda: hub.loop.run_callback(fails, 1, "two"),
    lambda: gevent.spawn_raw(fails, 5),
    lambda: gevent.spawn(lambda: 5).link(fails),
    lambda: gevent.spawn(lambda: 5).rawlink(fails),
):
    with Caught() as caught:
        action()
        for _ in range(4):
            gevent.sleep(0)
    for line in text(caught):
        print(line)
