# What Timeout's str and repr say, and errors of its use.
from gevent import Timeout
from _helper import masked

for t in (Timeout(1), Timeout(2), Timeout(None), Timeout(0.5, ValueError), Timeout(1, False),
          Timeout(5, KeyError("k")), Timeout(3, "text")):
    print(repr(str(t)), masked(t))
t = Timeout(10)
t.start()
print(masked(t))
try:
    t.start()
except Exception as error:
    print(type(error).__name__, masked(str(error)))
t.close()
print(masked(t))
try:
    Timeout("x").start()
except Exception as error:
    print(type(error).__name__)
