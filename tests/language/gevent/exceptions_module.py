# The classes of gevent.exceptions.
import gevent.exceptions as e
import gevent
import gevent.hub

for name in ("LoopExit", "BlockingSwitchOutError", "InvalidSwitchError", "ConcurrentObjectUseError",
             "InvalidThreadUseError", "HubDestroyed", "BlockingSwitchOutError"):
    kind = getattr(e, name)
    print(name, [base.__name__ for base in kind.__mro__[1:]])
print(gevent.hub.LoopExit is e.LoopExit, gevent.Timeout is gevent.timeout.Timeout)
