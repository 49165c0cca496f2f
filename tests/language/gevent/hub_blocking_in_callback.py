# A function that runs in the hub may not wait.
import gevent
from gevent.event import Event
from _helper import Caught

hub = gevent.get_hub()


def waits():
    gevent.sleep(1)


def waits_for_event():
    Event().wait()


for function in (waits, waits_for_event):
    with Caught() as caught:
        hub.loop.run_callback(function)
        gevent.sleep(0)
        gevent.sleep(0)
    print(caught.shown().split("\n")[-4].split(":")[-1].strip())
