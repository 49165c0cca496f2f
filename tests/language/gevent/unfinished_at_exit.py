# Greenlets that have not ended when main ends are cut.
import gevent


def work():
    print("starts")
    try:
        gevent.sleep(5)
        print("never")
    finally:
        pass


gevent.spawn(work)
gevent.spawn(print, "never started")
unused = gevent.Greenlet(print, "never started either")
gevent.sleep(0)
gevent.spawn(print, "never runs")
print("main ends")
