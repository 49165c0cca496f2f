# A Greenlet without a function does nothing when it runs.
import gevent

g = gevent.Greenlet()
g.start()
print(g.get())
print(gevent.Greenlet.spawn().get())
for wrong in (lambda: gevent.spawn(), lambda: gevent.spawn_later(0.1), lambda: gevent.spawn_raw(),
              lambda: gevent.spawn_later("x", print)):
    try:
        wrong()
    except TypeError as error:
        print("TypeError")
