"""What a switch costs among more and more tasks: prints lines `what nanoseconds`."""
import time
import weft

SWITCHES = 2_000_000


def turns(count):
    sleep = weft.sleep
    for _ in range(count):
        sleep(0)


def measure(tasks, rounds):
    each = max(2, SWITCHES // tasks)
    best = None
    for _ in range(rounds):
        running = [spawn(turns, each) for _ in range(tasks)]
        weft.sleep(0)  # all have begun
        start = time.process_time()
        joinall(running)
        elapsed = time.process_time() - start
        best = elapsed if best is None else min(best, elapsed)
    print(f"switch_among_{tasks}", round(best / (tasks * each) * 1e9, 1), flush=True)


measure(10, 3)
measure(1_000, 3)
measure(100_000, 2)
measure(1_000_000, 1)
