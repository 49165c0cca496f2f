# link(), link_value() and link_exception() call back when a greenlet ends, each on a greenlet of its own.
import gevent
from _helper import Caught

log = []


def ended(name):
    def callback(source):
        log.append((name, source.value, repr(source.exception), source is target,
                    gevent.getcurrent() is gevent.get_hub()))
    return callback


def good():
    return "value"


def bad():
    raise ValueError("bad")


with Caught():
    for function in (good, bad):
        target = gevent.spawn(function)
        target.link(ended("link"))
        target.link_value(ended("value"))
        target.link_exception(ended("exception"))
        target.rawlink(lambda source: log.append(("raw", source is target)))
        print(target.has_links())
        target.join()
        gevent.sleep(0)
        print(target.has_links())
        for line in log:
            print(line)
        log.clear()
