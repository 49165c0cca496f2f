# spawn() hands on arguments and keywords; `args` and `kwargs` show them.
import gevent


def work(*args, **kwargs):
    return args, kwargs


g = gevent.spawn(work, 1, 2, key=3)
print(g.args, g.kwargs)
print(g.get())
print(g.args, g.kwargs)
h = gevent.Greenlet.spawn(work, "class method")
print(h.get())
k = gevent.Greenlet(work, "constructor", x=1)
print(k.started, k.ready())
k.start()
print(k.started, k.ready())
print(k.get())
for wrong in (None, 5, "text"):
    try:
        gevent.spawn(wrong)
    except TypeError as error:
        print("TypeError", error)
