"""What threads and their queues cost: prints lines `what nanoseconds`."""
import queue
import threading
import time

ROUNDS = 5


def measure(what, count, run, clock=time.process_time):
    best = None
    for _ in range(ROUNDS):
        start = clock()
        run(count)
        elapsed = clock() - start
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


def queue_put_get(count):
    items = queue.Queue()
    put, get = items.put, items.get
    for _ in range(count):
        put(None)
        get()


def event_set_wait(count):
    event = threading.Event()
    for _ in range(count):
        event.set()
        event.wait()
        event.clear()


def condition_notify(count):
    condition = threading.Condition()
    for _ in range(count):
        with condition:
            condition.notify()


def semaphore(count):
    semaphore = threading.Semaphore()
    for _ in range(count):
        with semaphore:
            pass


measure("thread_create_join", 2_000, create_join, time.perf_counter)
measure("thread_lock", 400_000, lock_uncontended)
measure("simple_queue_put_get", 200_000, put_get)
measure("queue_put_get", 50_000, queue_put_get)
measure("event_set_wait", 50_000, event_set_wait)
measure("condition_notify", 50_000, condition_notify)
measure("semaphore", 50_000, semaphore)
