# Each greenlet has a name made of a number that is unique while it lives; it can be set.
import gevent

g = gevent.Greenlet(lambda: None)
print(g.name == "Greenlet-%d" % g.minimal_ident, isinstance(g.minimal_ident, int))
g.name = "own"
print(g.name)
h = gevent.spawn(lambda: gevent.getcurrent().name)
h.name = "h"
print(h.get())


class Sub(gevent.Greenlet):
    pass


s = Sub(lambda: None)
print(s.name.startswith("Sub-"))
gs = [gevent.Greenlet() for _ in range(10)]
print(len({one.minimal_ident for one in gs}))
