# `with Timeout`: raises at the end of time, is cancelled at the end of the block, False is silent.
import gevent
from gevent import Timeout

try:
    with Timeout(0.002) as timeout:
        print("inside", timeout.pending)
        gevent.sleep(1)
        print("never")
except Timeout as error:
    print(error is timeout, timeout.pending)
with Timeout(0.002, False) as silent:
    gevent.sleep(1)
    print("never")
print("after silent", silent.pending)
with Timeout(1) as unused:
    gevent.sleep(0)
print("in time", unused.pending)
with Timeout(None) as forever:
    gevent.sleep(0.001)
    print(forever.pending, forever.seconds)
try:
    with Timeout(1):
        raise KeyError("inside")
except KeyError as error:
    print("KeyError", error)
try:
    with Timeout(0.002, ValueError("mine")):
        gevent.sleep(1)
except ValueError as error:
    print("ValueError", error)
