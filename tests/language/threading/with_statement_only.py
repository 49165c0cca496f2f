# Every primitive that has acquire and release works in a with statement.
import threading

for made in (
    threading.Lock(),
    threading.RLock(),
    threading.Condition(),
    threading.Semaphore(),
    threading.BoundedSemaphore(),
):
    with made as value:
        print(type(made).__name__, value)
    try:
        with made:
            raise LookupError("through")
    except LookupError as error:
        print(error, made.acquire(blocking=False), made.release())
for made in (threading.Event(), threading.Barrier(1), threading.Thread()):
    try:
        with made:
            pass
    except TypeError as error:
        print("TypeError:", error)
