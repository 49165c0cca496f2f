# kill() raises GreenletExit in a greenlet, which ends it with that as value.
import gevent

log = []


def work(name):
    try:
        log.append(name + " starts")
        gevent.sleep(10)
    except gevent.GreenletExit as error:
        log.append(name + " " + repr(error))
        raise
    finally:
        log.append(name + " finally")


g = gevent.spawn(work, "a")
gevent.sleep(0)
print(g.kill(), log)
print(g.ready(), g.successful(), repr(g.value), g.exception, repr(g.get()))
log.clear()
unstarted = gevent.spawn(work, "b")
unstarted.kill()
print(log, unstarted.ready(), unstarted.successful(), repr(unstarted.value), unstarted.dead)
never_started = gevent.Greenlet(work, "c")
never_started.kill()
print(log, never_started.ready(), never_started.dead, repr(never_started.value))
print(g.kill(), g.kill(ValueError))
