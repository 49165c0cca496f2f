"""Threads, fibers, locks, timeouts, cancellation and collections all at once, for a time.

    weft tests/stress/threads_and_fibers.py [SECONDS [THREADS [SEED]]]

Every thread runs tasks; all of them share a few locks of every sort, queues, channels and events.
What a task does next is drawn: it waits with and without a timeout, hands on, notifies, spawns,
cancels another task of its thread, raises, forces a collection, sleeps. Then it is checked that

 * nobody was inside a lock together with another, and counters written under it are exact;
 * every token put into a queue or a channel was taken out once, or is still in there;
 * whoever was promised to be woken was: waits that nobody cancels have no timeout, so a wake-up that
   is lost shows as a deadlock or as a thread that does not end;
 * no failure but those raised on purpose has ended a task.

Prints one line and exits with 0, or says what is wrong. Meant for builds with ThreadSanitizer: there
a report is a failure as well.
"""
import gc
import queue
import sys
import threading
import time
import weft

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
THREADS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
TASKS = 4  # of each thread at a time


class OnPurpose(Exception):
    """What tasks die of here."""


class Random:
    """A linear congruential generator, one a task."""

    def __init__(self, seed):
        self.state = (seed * 2654435761 + 12345) & 0xFFFFFFFF

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 16) % limit


class Guarded:
    """A lock, who is inside, and counters that only those inside touch."""

    def __init__(self, lock):
        self.lock = lock
        self.inside = None
        self.written = 0

    def work(self, me, yields):
        if self.inside is not None and self.inside is not me:
            problems.append(f"two inside of {self.lock}")
        before, self.inside = self.inside, me
        value = self.written
        try:
            if yields:
                time.sleep(0)
            self.written = value + 1
        finally:
            self.inside = before


class Tally:
    """Of one task; they are added up when all is over."""

    def __init__(self):
        self.written = [0] * len(guards)
        self.put = self.perhaps_put = self.taken = self.sent = self.perhaps_sent = self.received = 0
        self.timeouts = self.cancelled = self.raised = self.steps = 0


problems = []
tallies = []
guards = [Guarded(threading.Lock()), Guarded(threading.Lock()), Guarded(threading.RLock()),
          Guarded(threading.Condition()), Guarded(weft.Lock()), Guarded(threading.BoundedSemaphore())]
tokens = queue.Queue(50)
simple = queue.SimpleQueue()
channel = weft.Channel(10)
turns = threading.Semaphore(3)
event = threading.Event()
begin = threading.Barrier(THREADS + 1)
stop_at = 0.0


def with_lock(me, tally, random):
    which = random.below(len(guards))
    guard = guards[which]
    limit = random.below(3)
    if limit == 0:
        with guard.lock:
            guard.work(me, random.below(4) == 0)
            tally.written[which] += 1
        return
    taken = guard.lock.acquire(timeout=random.below(4) / 1000) if limit == 1 else \
        guard.lock.acquire(False)
    if not taken:
        tally.timeouts += 1
        return
    try:
        guard.work(me, random.below(4) == 0)
        tally.written[which] += 1
    finally:
        guard.lock.release()


def with_two_locks(me, tally, random):
    first = random.below(len(guards) - 1)
    with guards[first].lock:
        with guards[first + 1].lock:
            guards[first + 1].work(me, False)
            tally.written[first + 1] += 1


def with_queue(me, tally, random):
    try:
        if random.below(2):
            try:
                tokens.put(me, timeout=random.below(3) / 1000)
                tally.put += 1
            except weft.Cancelled:  # perhaps when there was room already
                tally.perhaps_put += 1
                raise
        else:
            tokens.get(timeout=random.below(3) / 1000)
            tally.taken += 1
    except (queue.Full, queue.Empty):
        tally.timeouts += 1


def with_simple_queue(me, tally, random):
    simple.put(me)
    tally.put += 1
    # Whoever has put one may take one: there is one for each who waits.
    simple.get()
    tally.taken += 1


def with_channel(me, tally, random):
    try:
        if random.below(2):
            try:
                channel.send(me, timeout=random.below(3) / 1000)
                tally.sent += 1
            except weft.Cancelled:  # perhaps when somebody had it already
                tally.perhaps_sent += 1
                raise
        else:
            channel.receive(timeout=random.below(3) / 1000)
            tally.received += 1
    except TimeoutError:
        tally.timeouts += 1


def with_condition(me, tally, random):
    condition = guards[3].lock
    with condition:
        if random.below(2):
            condition.notify(1 + random.below(3))
        elif not condition.wait(random.below(4) / 1000):
            tally.timeouts += 1


def with_event(me, tally, random):
    which = random.below(3)
    if which == 0:
        event.set()
    elif which == 1:
        event.clear()
    elif not event.wait(random.below(4) / 1000):
        tally.timeouts += 1


def with_semaphore(me, tally, random):
    if turns.acquire(timeout=random.below(5) / 1000 if random.below(2) else None):
        try:
            if random.below(3) == 0:
                time.sleep(0)
        finally:
            turns.release()
    else:
        tally.timeouts += 1


def with_timeout_block(me, tally, random):
    try:
        with weft.timeout(random.below(3) / 1000):
            BOUNDED[random.below(len(BOUNDED))](me, tally, random)
    except TimeoutError:
        tally.timeouts += 1


def with_children(me, tally, random):
    children = [spawn(child, random.below(1000)) for _ in range(1 + random.below(3))]
    if random.below(3) == 0:
        children[0].cancel()
    try:
        joinall(children)
    finally:
        for task in children:
            if task.done() and not ended_well(task):
                problems.append(repr(task.exception()))


def child(number):
    if number < 200:
        raise OnPurpose(number)
    if number < 400:
        weft.sleep(number / 1000000)
    elif number < 410:
        gc.collect(0)
    return number


BOUNDED = [with_lock, with_two_locks, with_queue, with_simple_queue, with_condition, with_event,
           with_semaphore, with_channel]
ACTIONS = [with_lock] * 5 + [with_two_locks, with_queue, with_queue, with_simple_queue,
                            with_condition, with_event, with_semaphore, with_channel,
                            with_timeout_block, with_timeout_block, with_children]


def run_task(seed, tally):
    random = Random(seed)
    me = object()
    try:
        while time.monotonic() < stop_at:
            tally.steps += 1
            kind = random.below(200)
            if kind == 0:
                gc.collect()
            elif kind < 3:
                tally.raised += 1
                raise OnPurpose(seed)
            elif kind < 10:
                weft.sleep(random.below(2) / 1000)
            else:
                ACTIONS[random.below(len(ACTIONS))](me, tally, random)
    except weft.Cancelled:
        tally.cancelled += 1
        raise


def sleeper():
    while True:
        weft.sleep(0.001)


def ended_well(task):
    error = task.exception()
    return error is None or isinstance(error, (OnPurpose, weft.Cancelled))


def run_thread(number):
    random = Random(SEED * 1000 + number)
    mine = []
    begin.wait()
    seed = number * 100000
    tasks = []
    idle = [spawn(sleeper) for _ in range(2)]
    while time.monotonic() < stop_at:
        for task in [task for task in tasks if task.done()]:
            if not ended_well(task):
                problems.append(repr(task.exception()))
            tasks.remove(task)
        while len(tasks) < TASKS:
            seed += 1
            tally = Tally()
            mine.append(tally)
            tasks.append(spawn(run_task, seed, tally))
        victim = random.below(len(idle))
        idle[victim].cancel()
        idle[victim] = spawn(sleeper)
        if random.below(3) == 0:  # wherever it waits, and whatever it holds
            tasks[random.below(len(tasks))].cancel()
        weft.sleep(random.below(3) / 1000)
    joinall(tasks)
    for task in idle:
        task.cancel()
    joinall(idle)
    for task in tasks:
        if not ended_well(task):
            problems.append(repr(task.exception()))
    tallies.extend(mine)


def watch(threads):
    """Those that have not ended a good while after they should."""
    limit = time.monotonic() + SECONDS + 120
    for thread in threads:
        thread.join(max(limit - time.monotonic(), 0))
    return [thread for thread in threads if thread.is_alive()]


def main():
    global stop_at
    threads = [threading.Thread(target=run_thread, args=(number,), daemon=True)
               for number in range(THREADS)]
    for thread in threads:
        thread.start()
    stop_at = time.monotonic() + SECONDS
    begin.wait()
    stuck = watch(threads)
    if stuck:
        print(len(stuck), "threads are stuck")
        weft.dump_tasks()
        return 1
    for which, guard in enumerate(guards):
        written = sum(tally.written[which] for tally in tallies)
        if written != guard.written:
            problems.append(f"{guard.lock}: {guard.written} of {written} steps under it counted")
    put = sum(tally.put for tally in tallies)
    taken = sum(tally.taken for tally in tallies)
    perhaps = sum(tally.perhaps_put for tally in tallies)
    if not 0 <= tokens.qsize() + simple.qsize() + taken - put <= perhaps:
        problems.append(f"{put} put, {taken} taken, {tokens.qsize()} and {simple.qsize()} left")
    sent = sum(tally.sent for tally in tallies)
    received = sum(tally.received for tally in tallies)
    perhaps = sum(tally.perhaps_sent for tally in tallies)
    if not 0 <= len(channel) + received - sent <= perhaps:
        problems.append(f"{sent} sent, {received} received, {len(channel)} left")
    for problem in sorted(set(problems))[:20]:
        print("problem:", problem)
    print(THREADS, "threads,", len(tallies), "tasks,", sum(tally.steps for tally in tallies),
          "steps,", sum(tally.timeouts for tally in tallies), "timeouts,",
          sum(tally.raised for tally in tallies), "failures on purpose,",
          sum(tally.cancelled for tally in tallies), "cancelled,",
          len(problems), "problems")
    return 1 if problems else 0


sys.exit(main())
