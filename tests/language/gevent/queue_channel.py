# Channel: put and get meet; one waits for the other.
import gevent
from gevent.queue import Channel, Empty, Full

c = Channel()
log = []


def sender(name, count):
    for i in range(count):
        c.put((name, i))
        log.append("sent %s %d" % (name, i))


def receiver(count):
    for _ in range(count):
        log.append("received %s %d" % c.get())


print(c.balance, c.empty(), c.full(), c.qsize())
tasks = [gevent.spawn(sender, "a", 2), gevent.spawn(sender, "b", 2), gevent.spawn(receiver, 4)]
gevent.joinall(tasks)
for line in log:
    print(line)
for call, kind in ((c.get_nowait, Empty), (lambda: c.put_nowait(1), Full),
                   (lambda: c.get(timeout=0.001), Empty), (lambda: c.put(1, timeout=0.001), Full)):
    try:
        call()
    except kind as error:
        print(kind.__name__)
gevent.spawn(c.put, "waiting")
gevent.sleep(0)
print(c.balance, c.get(), c.balance)
gevent.spawn(lambda: [c.put(1), c.put(2), c.put(StopIteration)])
print(list(c))
