# An uncaught LoopExit ends the program with status 1.
import sys
import gevent
from gevent.lock import Semaphore


def last_line(kind, value, traceback):
    print(kind.__name__, str(value).split("\n")[0])


sys.excepthook = last_line
print("before")
Semaphore(0).acquire()
print("never")
