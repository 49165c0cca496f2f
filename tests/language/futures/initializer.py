# The initializer runs first in each thread; if it fails the executor is broken.
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
from concurrent.futures import BrokenExecutor
import sys
import threading

local = threading.local()
log = []


def prepare(value, other):
    local.value = value
    log.append((value, other))


with ThreadPoolExecutor(1, initializer=prepare, initargs=("v", 2)) as executor:
    print(executor.submit(lambda: local.value).result(), log)


class Sink:
    def write(self, text):
        pass

    def flush(self):
        pass


def fail():
    raise ValueError("no start")


stream, sys.stderr = sys.stderr, Sink()
executor = ThreadPoolExecutor(1, initializer=fail)
try:
    executor.submit(print).result()
except BrokenThreadPool as error:
    print("BrokenThreadPool:", error)
try:
    executor.submit(print)
except BrokenThreadPool as error:
    print("BrokenThreadPool:", error)
executor.shutdown()
sys.stderr = stream
print(issubclass(BrokenThreadPool, BrokenExecutor), issubclass(BrokenExecutor, RuntimeError))
