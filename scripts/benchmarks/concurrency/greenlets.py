"""What greenlets and gevent's tasks cost: prints lines `what nanoseconds`."""
import time

import greenlet

ROUNDS = 5


def measure(what, count, run):
    best = None
    for _ in range(ROUNDS):
        start = time.process_time()
        run(count)
        elapsed = time.process_time() - start
        best = elapsed if best is None else min(best, elapsed)
    print(what, round(best / count * 1e9, 1), flush=True)


def switch(count):
    def other():
        back = main.switch
        while True:
            back()

    main = greenlet.getcurrent()
    there = greenlet.greenlet(other).switch
    for _ in range(count // 2):
        there()


measure("greenlet_switch", 400_000, switch)

import gevent


def nothing():
    pass


def spawn_join(count):
    for _ in range(count):
        gevent.spawn(nothing).join()


def ping(count):
    for _ in range(count):
        gevent.sleep(0)


def ping_pong(count):
    other = gevent.spawn(ping, count // 2)
    ping(count // 2)
    other.join()


measure("gevent_spawn_join", 20_000, spawn_join)
measure("gevent_sleep0", 100_000, ping_pong)
