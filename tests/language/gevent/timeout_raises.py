# A Timeout that runs out is raised in the greenlet that started it.
import gevent
from gevent import Timeout

t = Timeout(0.002)
print(t.pending, t.seconds, str(t))
t.start()
print(t.pending)
try:
    gevent.sleep(1)
except Timeout as error:
    print(error is t, str(error), error.seconds, t.pending)
t = Timeout.start_new(0.002, ValueError("own"))
try:
    gevent.sleep(1)
except ValueError as error:
    print(repr(error))
t = Timeout.start_new(0.002, KeyError)
try:
    gevent.sleep(1)
except KeyError as error:
    print(repr(error))
t = Timeout.start_new(1)
t.cancel()
print(t.pending)
t.close()
gevent.sleep(0.001)
print(issubclass(Timeout, Exception), Timeout.__mro__[1] is BaseException)
fresh = Timeout(1)
same = Timeout.start_new(fresh)
print(same is fresh, fresh.pending, Timeout.start_new(fresh) is fresh)
fresh.cancel()
