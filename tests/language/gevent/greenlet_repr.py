# The repr of a greenlet: class, function with arguments, name.
import gevent
from gevent import Greenlet
from _helper import masked


def function(*args, **kwargs):
    pass


class Own:
    def method(self):
        pass

    def __repr__(self):
        return "<own>"

    def __call__(self):
        pass


class Named(Greenlet):
    pass


print(masked(Greenlet(function)))
print(masked(Greenlet(function, 1, "two", key=[3])))
print(masked(Greenlet(function, key=1)))
print(masked(Greenlet(Own().method)))
print(masked(Greenlet(Own())))
print(masked(Greenlet(print, "x")))
print(masked(Greenlet()))
print(masked(Named(function)))
print(masked(Greenlet(function, "x" * 200)))
print(masked(Greenlet(lambda: None)))
g = gevent.spawn(function, 1)
print(masked(g), masked(str(g)))
g.join()
print(masked(g))
g.name = "my name"
print(masked(g))
