# run(blocking=False) runs what is due and tells when the next event is.
import sched

now = 0
scheduler = sched.scheduler(lambda: now, lambda length: print("delay", length))
for at in (0, 1, 5, 9):
    scheduler.enterabs(at, 1, print, ("event at", at))
print(scheduler.run(blocking=False))
now = 3
print(scheduler.run(False))
now = 20
print(scheduler.run(blocking=False))
print(scheduler.run(blocking=False))
