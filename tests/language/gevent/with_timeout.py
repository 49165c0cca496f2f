# with_timeout() calls a function and gives timeout_value when it takes too long.
import gevent
from gevent import with_timeout, Timeout


def work(seconds, value="value"):
    gevent.sleep(seconds)
    return value


print(with_timeout(1, work, 0))
print(with_timeout(0.002, work, 1, timeout_value="too long"))
print(with_timeout(1, work, 0, value="given"))
try:
    with_timeout(0.002, work, 1)
except Timeout as error:
    print("Timeout", error)
print(with_timeout(None, work, 0))


def inner():
    raise Timeout(7)


try:
    with_timeout(1, inner, timeout_value="not mine")
except Timeout as error:
    print("other's", error)
