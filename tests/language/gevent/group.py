# Group: add, discard, join, iteration, membership.
import gevent
from gevent.pool import Group

group = Group()
log = []


def work(name, turns):
    for _ in range(turns):
        gevent.sleep(0)
    log.append(name)


a = gevent.spawn(work, "a", 3)
group.add(a)
b = group.spawn(work, "b", 1)
c = gevent.Greenlet(work, "c", 2)
group.start(c)
print(len(group), a in group, set(group) == {a, b, c}, group.full(), bool(group))
group.discard(a)
print(len(group), a in group)
print(group.join(), log, len(group))
a.join()
print(log, group.wait_available())
full = Group([gevent.spawn(work, "x", 0)])
print(len(full))
