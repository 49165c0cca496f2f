# threading.excepthook called by hand, with and without a thread; SystemExit is silent.
import sys
import threading


class Catch:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def call(*args):
    stream, sys.stderr = sys.stderr, Catch()
    try:
        result = threading.excepthook(threading.ExceptHookArgs(args))
    finally:
        caught, sys.stderr = sys.stderr.text, stream
    print(result, repr(caught))


call(ValueError, ValueError("v"), None, threading.Thread(name="some"))
call(SystemExit, SystemExit(3), None, threading.main_thread())
call(KeyError, None, None, threading.main_thread())
caught = []
try:
    threading.excepthook((ValueError, None, None, None))
except TypeError as error:
    print("TypeError:", error)
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print("TypeError:", error)
