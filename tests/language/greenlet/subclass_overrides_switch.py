# Methods a subclass overrides are called by script code, not by the end of a greenlet.
from greenlet import greenlet


class Loud(greenlet):
    def switch(self, *args, **kwargs):
        print("switch", args, kwargs)
        return super().switch(*args, **kwargs)

    def throw(self, *args):
        print("throw", args)
        return super().throw(*args)


parent = Loud(lambda: "parent got %r" % (child.switch(),))
child = Loud(lambda: "child", parent)
print(parent.switch())
g = Loud(lambda: None)
print(repr(g.throw()))
