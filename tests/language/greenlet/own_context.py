# Each greenlet has a context of its own, empty at first; gr_context shows and sets it.
from contextvars import ContextVar, copy_context, Context
from greenlet import greenlet, getcurrent

variable = ContextVar("variable", default="default")
main = getcurrent()


def body(name):
    print(name, variable.get())
    variable.set(name)
    main.switch()
    print(name, variable.get())


variable.set("main")
a = greenlet(body)
b = greenlet(body)
a.switch("a")
b.switch("b")
print("main", variable.get())
a.switch()
b.switch()
c = greenlet(body)
print(c.gr_context)
c.gr_context = copy_context()
print(isinstance(c.gr_context, Context), c.gr_context[variable])
c.switch("c")
print("main", variable.get(), c.gr_context[variable])
c.switch()
d = greenlet(body)
print(copy_context().run(d.switch, "d"), variable.get())
