# Waiter: one greenlet waits for switch() or throw() from the hub.
import gevent
from gevent.hub import Waiter
from _helper import masked

hub = gevent.get_hub()
w = Waiter()
print(w.ready(), w.successful(), w.value)
hub.loop.run_callback(w.switch, "value")
print(w.get(), w.ready(), w.successful())
w = Waiter()
w.switch("before")
print(w.ready(), w.get(), w.value, w.successful())
w.clear()
print(w.ready())
w = Waiter()
w.throw(ValueError("thrown"))
try:
    w.get()
except ValueError as error:
    print("ValueError", error)
w = Waiter()
hub.loop.run_callback(w.throw, KeyError, "key")
try:
    w.get()
except KeyError as error:
    print("KeyError", error)
w = Waiter()


def second():
    try:
        w.get()
    except gevent.exceptions.ConcurrentObjectUseError as error:
        print(type(error).__name__, masked(str(error)))
    try:
        w.switch(1)
    except AssertionError as error:
        print("AssertionError", error)
    hub.loop.run_callback(w.switch_args, 1, 2)


gevent.spawn(second)
print(w.get())
