# A greenlet that joins itself, or waits for nothing that can happen, raises LoopExit in main.
import gevent
from gevent.hub import LoopExit

log = []


def work():
    log.append("joins itself")
    gevent.getcurrent().join()
    log.append("never")


g = gevent.spawn(work)
try:
    g.join()
except LoopExit as error:
    print(log, str(error).split("\n")[0])
