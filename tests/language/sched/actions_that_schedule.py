# Actions may enter and cancel events; an exception leaves the rest for the next run.
import sched

now = 0


def delay(length):
    global now
    now += length


scheduler = sched.scheduler(lambda: now, delay)


def tick(count):
    print("tick", count, "at", now)
    if count:
        scheduler.enter(2, 1, tick, (count - 1,))


def cancel_later():
    scheduler.cancel(doomed)
    print("cancelled at", now)


def fail():
    raise RuntimeError("in action")


scheduler.enter(0, 1, tick, (3,))
doomed = scheduler.enter(5, 1, print, ("never",))
scheduler.enter(1, 1, cancel_later)
scheduler.enter(3, 1, fail)
try:
    scheduler.run()
except RuntimeError as error:
    print("RuntimeError:", error, "at", now)
print(len(scheduler.queue))
scheduler.run()
print(now, scheduler.empty())
