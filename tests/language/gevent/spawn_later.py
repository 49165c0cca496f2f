# spawn_later() starts after the delay, in order of the delays.
# heavy
import gevent

order = []
tasks = [
    gevent.spawn_later(0.03, order.append, "c"),
    gevent.spawn_later(0.01, order.append, "a"),
    gevent.spawn_later(0.02, order.append, "b"),
    gevent.spawn_later(0, order.append, "zero"),
]
gevent.spawn(order.append, "spawned")
print([t.started for t in tasks], order)
gevent.joinall(tasks)
print(order)
late = gevent.Greenlet.spawn_later(0.001, lambda: "late value")
print(late.get())
never = gevent.spawn_later(1000, print, "never")
never.kill()
print(never.ready(), never.successful(), repr(never.value))
started = gevent.Greenlet(lambda: "by start_later")
started.start_later(0.001)
print(started.started, started.get())
