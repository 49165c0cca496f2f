# Work of an executor may submit more work to it.
from concurrent.futures import ThreadPoolExecutor
import threading

log = []
lock = threading.Lock()
finished = threading.Event()


def walk(depth, path):
    with lock:
        log.append(path)
        if len(log) == 15:
            finished.set()
    if depth:
        for step in "lr":
            executor.submit(walk, depth - 1, path + step)


executor = ThreadPoolExecutor(4)
executor.submit(walk, 3, "")
finished.wait()
executor.shutdown()
print(len(log), sorted(log))
