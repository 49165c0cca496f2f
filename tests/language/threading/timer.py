# Timer calls a function after a while unless it is cancelled.
import threading

log = []
done = threading.Event()


def note(*args, **kwargs):
    log.append((args, kwargs))
    done.set()


timer = threading.Timer(0.005, note, [1, 2], {"key": 3})
print(timer.interval, timer.args, timer.kwargs, timer.function is note)
timer.start()
done.wait()
timer.join()
print(log)
print(timer.finished.is_set())
never = threading.Timer(60, note)
print(never.args, never.kwargs)
never.start()
never.cancel()
never.join()
print(len(log), never.is_alive(), never.finished.is_set())
early = threading.Timer(0, note, args=("never",))
early.cancel()
early.start()
early.join()
print(len(log))
print(isinstance(timer, threading.Thread), timer.daemon)
