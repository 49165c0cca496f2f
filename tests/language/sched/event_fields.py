# Events are tuples with names.
import sched

scheduler = sched.scheduler(lambda: 0, lambda length: None)
event = scheduler.enterabs(5, 2, print, ("a",), {"end": ""})
print(type(event).__name__, len(event), event._fields)
print(event.time, event.priority, event.argument, event.kwargs, event.action is print)
print(repr(event)[:40])
plain = scheduler.enter(1, 1, print)
print(plain.time, plain.argument, plain.kwargs)
print([entry.time for entry in scheduler.queue])
print(plain < event, event < plain, plain == event)
scheduler.cancel(event)
print(len(scheduler.queue))
scheduler.cancel(plain)
try:
    scheduler.cancel(plain)
except ValueError as error:
    print("ValueError:", error)
print(scheduler.empty(), scheduler.queue)
