# scheduler: events run by time, then by priority, then in the order they were entered.
# heavy
import sched
import time

log = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
now = time.monotonic()
scheduler.enterabs(now + 0.006, 1, log.append, ("late",))
scheduler.enterabs(now + 0.002, 2, log.append, ("early, less urgent",))
scheduler.enterabs(now + 0.002, 1, log.append, ("early, urgent",))
scheduler.enterabs(now + 0.002, 2, log.append, ("early, less urgent, second",))
scheduler.enter(0.004, 5, log.append, argument=("middle",))
print(scheduler.empty(), len(scheduler.queue))
print(scheduler.run())
for line in log:
    print(line)
print(scheduler.empty(), scheduler.queue)
