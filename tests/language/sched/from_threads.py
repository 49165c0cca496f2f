# Events may be entered by other threads while the scheduler runs.
import sched
import threading
import time

log = []
scheduler = sched.scheduler()
scheduler.enter(0.5, 1, log.append, ("last",))
thread = threading.Timer(0.002, lambda: scheduler.enter(0.002, 1, log.append, ("from thread",)))
thread.start()
thread.join()
scheduler.run()
print(log)
runner = threading.Thread(target=scheduler.run)
scheduler.enter(0.002, 1, log.append, ("in thread",))
runner.start()
runner.join()
print(log[-1], scheduler.empty())
