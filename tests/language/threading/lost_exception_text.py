# An exception that leaves a thread is printed with the thread's name; the others go on.
import sys
import threading


class Catch:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def fail(divisor):
    return 1 / divisor


def chained():
    try:
        fail(0)
    except ZeroDivisionError:
        raise KeyError("second")


def show(thread):
    stream, sys.stderr = sys.stderr, Catch()
    thread.start()
    thread.join()
    caught, sys.stderr = sys.stderr.text, stream
    skipping = False
    for line in caught.splitlines():
        # Frames of the threading module itself are the implementation's.
        if line.startswith("  File "):
            skipping = __file__ not in line
        elif not line.startswith("  "):
            skipping = False
        if not skipping:
            print(line.replace(__file__, "SCRIPT"))
    print("alive:", thread.is_alive())


show(threading.Thread(target=fail, args=(0,)))
show(threading.Thread(target=chained, name="chain"))
show(threading.Thread(target=fail, name="wrong call"))
show(threading.Thread(target=5, name="no function"))
print("main goes on")
