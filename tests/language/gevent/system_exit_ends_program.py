# sys.exit() in a greenlet ends the program with its status.
import sys
import gevent


def work():
    print("leaving")
    sys.exit(7)


gevent.spawn(work)
print("before")
gevent.sleep(1)
print("never")
