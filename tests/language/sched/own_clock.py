# scheduler works with any clock; delays are asked for exactly.
import sched

now = 100
log = []


def clock():
    return now


def delay(length):
    global now
    log.append(("delay", length))
    now += length


def act(*args, **kwargs):
    log.append((now, args, kwargs))


scheduler = sched.scheduler(clock, delay)
scheduler.enter(10, 1, act)
scheduler.enter(5, 1, act, (1, 2), {"key": "value"})
scheduler.enterabs(103, 1, act, kwargs={"only": 1})
scheduler.enter(0, 1, act, argument=("now",))
scheduler.run()
for entry in log:
    print(entry)
print(now)
