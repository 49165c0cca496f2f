# A callback that raises is reported by logging; the others are called all the same.
import sys
from concurrent.futures import Future


class Catch:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def fail(future):
    raise ValueError("in callback")


log = []
future = Future()
future.add_done_callback(lambda done: log.append("first"))
future.add_done_callback(fail)
future.add_done_callback(lambda done: log.append("third"))
stream, sys.stderr = sys.stderr, Catch()
future.set_result(1)
future.add_done_callback(fail)
caught, sys.stderr = sys.stderr.text, stream
print(log)
lines = caught.splitlines()
print(lines[0].split("<Future")[0])
print([line for line in lines if not line.startswith(" ")][1:3])
print(caught.count("ValueError: in callback"))
