# What Condition.wait and notify take for a timeout and a number, and what they refuse.
import threading

condition = threading.Condition()
with condition:
    for timeout in (0, -1, 0.0, -0.5, False, 0.001):
        print(timeout, condition.wait(timeout))
    for timeout in ("1", [], float("nan"), 1e30, 10**30):
        try:
            print(condition.wait(timeout))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__)
    print(condition._is_owned(), repr(condition)[-4:])
    condition.notify(0)
    condition.notify(3)
    condition.notify_all()
    print(condition.wait_for(lambda: 7), condition.wait_for(lambda: [], 0.001))
    print(condition.wait_for(lambda: 0, -1))
try:
    condition.wait()
except RuntimeError as error:
    print(error)
print(condition._is_owned())
plain = threading.Condition(threading.Lock())
try:
    plain.notify()
except RuntimeError as error:
    print(error)
try:
    with plain:
        raise KeyError("inside")
except KeyError as error:
    print(error, plain._is_owned())
try:
    plain.release()
except RuntimeError as error:
    print(error)
