# iwait() stops at its timeout; it can be left early and used with `with`.
import gevent


def work(value, seconds):
    gevent.sleep(seconds)
    return value


tasks = [gevent.spawn(work, "quick", 0), gevent.spawn(work, "slow", 5)]
print([t.value for t in gevent.iwait(tasks, timeout=0.005)])
for task in gevent.iwait(tasks):
    print(task.value)
    break
with gevent.iwait(tasks) as ready:
    print(next(ready).value)
tasks[1].kill()
print([repr(t.value) for t in gevent.iwait(tasks)])
