"""What tasks of weft cost: prints lines `what nanoseconds`."""
import queue
import time
import weft

ROUNDS = 5


def measure(what, count, run):
    best = None
    for _ in range(ROUNDS):
        start = time.process_time()
        run(count)
        elapsed = time.process_time() - start
        best = elapsed if best is None else min(best, elapsed)
    print(what, round(best / count * 1e9, 1), flush=True)


def nothing():
    pass


def spawn_join(count):
    for _ in range(count):
        spawn(nothing).join()


def spawn_many(count):
    joinall([spawn(nothing) for _ in range(count)])


def ping(count):
    sleep = weft.sleep
    for _ in range(count):
        sleep(0)


def ping_pong(count):
    other = spawn(ping, count // 2)
    ping(count // 2)
    other.join()


def receive(channel, count):
    for _ in range(count):
        channel.receive()


def hand_over(count):
    channel = weft.Channel()
    task = spawn(receive, channel, count)
    send = channel.send
    for _ in range(count):
        send(None)
    task.join()


def take(items, count):
    get = items.get
    for _ in range(count):
        get()


def queue_hand_over(count):
    items = queue.Queue(1)
    task = spawn(take, items, count)
    put = items.put
    for _ in range(count):
        put(None)
    task.join()


def iterate(channel):
    for _ in channel:
        pass


def buffered(count):
    channel = weft.Channel(100)
    task = spawn(iterate, channel)
    send = channel.send
    for _ in range(count):
        send(None)
    channel.close()
    task.join()


def lock_uncontended(count):
    lock = weft.Lock()
    acquire, release = lock.acquire, lock.release
    for _ in range(count):
        acquire()
        release()


measure("spawn_join", 100_000, spawn_join)
measure("spawn_joinall", 100_000, spawn_many)
measure("sleep0", 400_000, ping_pong)
measure("channel_hand_over", 200_000, hand_over)
measure("channel_buffered", 200_000, buffered)
def lock_with(count):
    lock = weft.Lock()
    for _ in range(count):
        with lock:
            pass


measure("queue_hand_over", 100_000, queue_hand_over)
measure("lock", 400_000, lock_uncontended)
measure("lock_with", 400_000, lock_with)
