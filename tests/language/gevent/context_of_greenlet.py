# A greenlet begins in an empty context and keeps its own.
import contextvars
import gevent

variable = contextvars.ContextVar("variable", default="default")


def work(name):
    before = variable.get()
    variable.set(name)
    gevent.sleep(0)
    return before, variable.get()


variable.set("main")
tasks = [gevent.spawn(work, "a"), gevent.spawn(work, "b")]
variable.set("main later")
gevent.joinall(tasks)
print([t.value for t in tasks], variable.get())
g = gevent.Greenlet(work, "c")
variable.set("before start")
g.start()
print(g.get())
