# A Barrier breaks by a timeout, abort, reset or a failing action, and says so to all.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def wait_in_thread(barrier, action):
    results = []

    def wait():
        try:
            results.append(barrier.wait())
        except threading.BrokenBarrierError as error:
            results.append(type(error).__name__)

    thread = threading.Thread(target=wait)
    thread.start()
    while not barrier.n_waiting:
        pass
    action()
    thread.join()
    print(results, barrier.broken, barrier.n_waiting)


print(issubclass(threading.BrokenBarrierError, RuntimeError))
barrier = threading.Barrier(2)
attempt(barrier.wait, 0.005)
print(barrier.broken)
attempt(barrier.wait)
print(barrier.reset(), barrier.broken)
wait_in_thread(barrier, barrier.abort)
attempt(barrier.wait, timeout=1)
barrier.reset()
wait_in_thread(barrier, barrier.reset)
attempt(barrier.wait, timeout=0)
barrier.reset()
wait_in_thread(barrier, barrier.wait)


def fail():
    raise ValueError("action failed")


failing = threading.Barrier(1, fail)
attempt(failing.wait)
print(failing.broken)
attempt(failing.wait)
default = threading.Barrier(2, timeout=0.005)
attempt(default.wait)
print(default.broken)
attempt(threading.Barrier)
