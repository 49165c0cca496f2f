# Two greenlets hand each other turns through events and switches.
import gevent
from gevent.event import Event

ping, pong = Event(), Event()
log = []


def player(name, mine, other, count):
    for i in range(count):
        mine.wait()
        mine.clear()
        log.append("%s %d" % (name, i))
        other.set()


a = gevent.spawn(player, "ping", ping, pong, 3)
b = gevent.spawn(player, "pong", pong, ping, 3)
ping.set()
gevent.joinall([a, b])
print(log)
