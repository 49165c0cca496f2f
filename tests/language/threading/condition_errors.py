# A Condition is waited on and notified only with its lock held.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for condition in (threading.Condition(), threading.Condition(threading.Lock())):
    attempt(condition.wait)
    attempt(condition.wait, 0.1)
    attempt(condition.wait_for, lambda: False, 0.1)
    attempt(condition.wait_for, lambda: "true at once")
    attempt(condition.notify)
    attempt(condition.notify_all)
    attempt(condition.release)
    with condition:
        attempt(condition.notify)
    thread = threading.Thread(target=attempt, args=(condition.notify,))
    with threading.Condition():
        thread.start()
        thread.join()
