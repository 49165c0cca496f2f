# kill(block=False) only asks; the greenlet dies at the next turn.
import gevent

log = []


def work(name):
    try:
        gevent.sleep(10)
    finally:
        log.append(name)


a, b = gevent.spawn(work, "a"), gevent.spawn(work, "b")
gevent.sleep(0)
print(a.kill(block=False), a.ready(), log)
b.kill()
print(a.ready(), b.ready(), log)
c = gevent.spawn(work, "c")
gevent.kill(c)
print(c.ready(), c.dead)
gevent.sleep(0)
print(c.ready(), log)
