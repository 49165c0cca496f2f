"""What threads and their queues cost: prints lines `what nanoseconds`."""
import queue
import threading
import time

ROUNDS = 5


def measure(what, count, run):
    best = None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run(count)
        elapsed = time.perf_counter() - start
        best = elapsed if best is None else min(best, elapsed)
    print(what, round(best / count * 1e9, 1), flush=True)


def nothing():
    pass


def create_join(count):
    for _ in range(count):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()


def lock_uncontended(count):
    lock = threading.Lock()
    acquire, release = lock.acquire, lock.release
    for _ in range(count):
        acquire()
        release()


def put_get(count):
    items = queue.SimpleQueue()
    put, get = items.put, items.get
    for _ in range(count):
        put(None)
        get()


measure("thread_create_join", 2_000, create_join)
measure("thread_lock", 400_000, lock_uncontended)
measure("queue_put_get", 200_000, put_get)
