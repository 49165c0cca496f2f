# The counter of a semaphore can be looked at; wrong values and calls are refused.
import threading

semaphore = threading.Semaphore(3)
print(semaphore._value, semaphore.acquire(), semaphore._value)
semaphore.release(4)
print(semaphore._value)
for value in (-1, "a", None):
    try:
        threading.Semaphore(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for arguments in ((False, 1), (False, 0)):
    try:
        semaphore.acquire(*arguments)
    except ValueError as error:
        print(error)
for count in (0, -3):
    try:
        semaphore.release(count)
    except ValueError as error:
        print(error)
empty = threading.Semaphore(0)
print(empty.acquire(False), empty.acquire(timeout=0.001), empty.acquire(True, -1))
print(empty.acquire(timeout=0))
bounded = threading.BoundedSemaphore(2)
print(bounded._value, bounded._initial_value, bounded.acquire(), bounded._value)
for count in (2, 1):
    try:
        print(bounded.release(count), bounded._value)
    except ValueError as error:
        print(error, bounded._value)
with bounded as got:
    print(got, bounded._value)
print(bounded._value, isinstance(bounded, threading.Semaphore))
