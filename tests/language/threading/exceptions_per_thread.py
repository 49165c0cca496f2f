# What is being handled is a thread's own.
import sys
import threading

results = []
in_handler = threading.Event()
looked = threading.Event()


def look():
    in_handler.wait()
    results.append(sys.exc_info())
    try:
        raise
    except RuntimeError as error:
        results.append(str(error))
    try:
        raise KeyError("own")
    except KeyError as error:
        results.append((sys.exc_info()[0].__name__, error.__context__))
    looked.set()


thread = threading.Thread(target=look)
thread.start()
try:
    raise ValueError("main's")
except ValueError:
    in_handler.set()
    looked.wait()
    print(sys.exc_info()[1])
thread.join()
print(results)
