# Classes and functions go by name.
import pickle, math, collections
class Outer:
    class Inner:
        def method(self): pass
        @staticmethod
        def static(): pass
def function(): pass
for thing in (Outer, Outer.Inner, Outer.Inner.method, Outer.Inner.static, function, len, math.sin, print,
              collections.OrderedDict, type(None), type(...), int, ValueError):
    for protocol in (2, 3, 4, 5):
        assert pickle.loads(pickle.dumps(thing, protocol)) is thing, (thing, protocol)
    print(pickle.dumps(thing))
print(pickle.loads(pickle.dumps([1, 2].append))(3), pickle.loads(pickle.dumps('x'.upper))())
o = Outer.Inner(); o.n = 1
print(pickle.loads(pickle.dumps(o.method)).__self__.n)
