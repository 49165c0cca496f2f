# Nested timeouts: each is told from the other; the outer one passes the inner block.
import gevent
from gevent import Timeout

with Timeout(1, False):
    try:
        with Timeout(0.002) as inner:
            gevent.sleep(5)
    except Timeout as error:
        print("inner", error is inner)
try:
    with Timeout(0.002) as outer:
        with Timeout(1, False):
            gevent.sleep(5)
        print("never")
except Timeout as error:
    print("outer", error is outer)
