"""Random programs of tasks, channels and locks, compared with a model of them.

    weft tests/stress/tasks_against_model.py [SEEDS [FIRST]]

Each seed makes a small program: tasks that spawn, yield, sleep, send, receive, select, close,
acquire, release, cancel and join, some of it with timeouts. It is run by weft, in virtual time, and
by the model below, which is nothing but lists: who is ready, who stands in which queue, whose time
comes when. Both write down what happens in which order, to the letter; a difference ends the run
with the seed and both logs.
"""
import math
import sys
import weft


class Random:
    """A linear congruential generator: programs are the same everywhere."""

    def __init__(self, seed):
        self.state = (seed * 2654435761 + 12345) & 0xFFFFFFFF

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 16) % limit


def make_program(seed):
    """Capacities of the channels, and the operations of each task; task 0 is begun by main."""
    random = Random(seed)
    capacities = [random.below(3) for _ in range(2 + random.below(2))]
    locks = 1 + random.below(2)
    count = 3 + random.below(4)
    programs = []
    for task in range(count):
        operations = []
        for _ in range(2 + random.below(6)):
            channel = random.below(len(capacities))
            kind = random.below(24)
            if kind < 3:
                operations.append(("yield",))
            elif kind < 6:
                operations.append(("send", channel, random.below(100)))
            elif kind < 9:
                operations.append(("receive", channel))
            elif kind < 11:
                operations.append(("select", channel, random.below(len(capacities)),
                                   random.below(100)))
            elif kind == 11 and random.below(3) == 0:
                operations.append(("close", channel))
            elif kind < 14:
                operations.append(("cancel", random.below(count)))
            elif kind < 16:
                operations.append(("join", random.below(count)))
            elif kind == 16:
                operations.append(("sleep", 1 + random.below(5)))
            elif kind == 17:
                operations.append(("receive for", channel, 1 + random.below(5)))
            elif kind < 20:
                operations.append(("acquire", random.below(locks), None))
            elif kind == 20:
                operations.append(("acquire", random.below(locks), 1 + random.below(5)))
            else:
                operations.append(("release", random.below(locks)))
        programs.append(operations)
    order = [("spawn", task) for task in range(1, count)]
    for operation in order:  # each task but the first is spawned by one before it
        spawner = random.below(operation[1])
        place = random.below(len(programs[spawner]) + 1)
        programs[spawner].insert(place, operation)
    return capacities, locks, programs


TURNS = 30  # of main, before it lets time pass
LONGEST = 1.0  # seconds for all timeouts to come, before main cancels what is left

# --- The program as weft runs it


def run_by_weft(capacities, lock_count, programs):
    log = []
    channels = [weft.Channel(capacity) for capacity in capacities]
    locks = [weft.Lock() for _ in range(lock_count)]
    tasks = {}

    def run(me):
        step = 0
        held = []
        try:
            for step, operation in enumerate(programs[me]):
                kind = operation[0]
                result = None
                if kind == "yield":
                    weft.sleep(0)
                elif kind == "send":
                    channels[operation[1]].send(operation[2])
                elif kind == "receive":
                    result = channels[operation[1]].receive()
                elif kind == "sleep":
                    weft.sleep(operation[1] / 1000)
                elif kind == "receive for":
                    result = channels[operation[1]].receive(timeout=operation[2] / 1000)
                elif kind == "acquire":
                    if operation[2] is None:
                        result = locks[operation[1]].acquire()
                    else:
                        result = locks[operation[1]].acquire(timeout=operation[2] / 1000)
                    if result:
                        held.append(operation[1])
                elif kind == "release" and operation[1] in held:
                    held.remove(operation[1])
                    result = locks[operation[1]].release()
                elif kind == "select":
                    which, result = weft.select(channels[operation[1]],
                                                (channels[operation[2]], operation[3]))
                elif kind == "close":
                    channels[operation[1]].close()
                elif kind == "spawn":
                    tasks[operation[1]] = spawn(run, operation[1])
                elif kind == "cancel" and operation[1] in tasks and operation[1] != me:
                    result = tasks[operation[1]].cancel()
                elif kind == "join" and operation[1] in tasks and operation[1] != me:
                    result = tasks[operation[1]].join()
                log.append((me, step, result))
        except weft.Cancelled:
            log.append((me, step, "cancelled"))
            raise
        except weft.ChannelClosed:
            log.append((me, step, "closed"))
        except TimeoutError:
            log.append((me, step, "timeout"))

    tasks[0] = spawn(run, 0)
    for _ in range(TURNS):
        weft.sleep(0)
    weft.sleep(LONGEST)
    while not all(task.done() for task in tasks.values()):
        for task in sorted(tasks):
            tasks[task].cancel()
        weft.sleep(0)
    log.append([len(channel) for channel in channels])
    log.append([lock.locked() for lock in locks])
    return log


# --- The model


class ModelTask:
    def __init__(self, number):
        self.number = number  # None: main
        self.step = 0
        self.state = "created"  # ready, waiting, ended
        self.given = None  # (kind, value) of what ended its wait
        self.missed = None  # the kind, of a wait that had ended when it was cancelled
        self.queues = []  # what it stands in: (queue, entry)
        self.joiners = []
        # What to give back if it is cancelled before it runs: (channel, value), or (lock,).
        self.delivery = None
        self.deadline = None  # (time, order) of its wait
        self.held = []  # locks


class ModelLock:
    def __init__(self):
        self.is_free = True
        self.hands_over = False  # somebody was woken in vain
        self.queue = []  # entries (task, when it is to go on at the latest)


class Model:
    def __init__(self, capacities, lock_count, programs):
        self.programs = programs
        self.locks = [ModelLock() for _ in range(lock_count)]
        self.now = 0
        self.timers = []  # (time, order, task, what the wait gives then)
        self.timers_made = 0
        self.capacities = capacities
        self.held = [[] for _ in capacities]
        self.closed = [False] * len(capacities)
        self.receivers = [[] for _ in capacities]  # entries (task, selects)
        self.senders = [[] for _ in capacities]  # entries (task, selects, value)
        self.ready = []
        self.tasks = {}
        self.log = []

    # A wait ends: the task leaves all queues and is ready.
    def wake(self, task, given, delivery=None):
        self.leave_queues(task)
        task.given = given
        task.delivery = delivery
        task.state = "ready"
        self.ready.append(task)

    def leave_queues(self, task):
        self.timers = [timer for timer in self.timers if timer[2] is not task]
        for queue, entry in task.queues:
            queue.remove(entry)
        task.queues = []

    def stand(self, task, queue, entry):
        queue.append(entry)
        task.queues.append((queue, entry))
        task.state = "waiting"

    def set_timer(self, task, time, given):
        self.timers_made += 1
        self.timers.append((time, self.timers_made, task, given))
        task.state = "waiting"

    def later(self, milliseconds):
        return self.now + math.ceil(milliseconds / 1000 * 1e9)

    # Nobody is ready: those whose time comes next are.
    def pass_time(self):
        self.timers.sort(key=lambda timer: timer[:2])
        self.now = self.timers[0][0]
        for time, _, task, given in list(self.timers):
            if time == self.now:
                self.wake(task, given)

    # A lock has become free.
    def pass_on(self, lock):
        lock.is_free = True
        if lock.queue:
            task = lock.queue[0][0]
            if lock.hands_over:
                lock.hands_over = False
                lock.is_free = False
                self.wake(task, ("value", True), (lock,))
            else:
                self.wake(task, ("try", None), (lock,))

    def wait_for(self, task, lock, deadline, first=False):
        entry = (task, deadline)
        lock.queue.insert(0 if first else len(lock.queue), entry)
        task.queues.append((lock.queue, entry))
        task.state = "waiting"
        task.deadline = deadline
        if deadline is not None:
            self.set_timer(task, deadline, ("value", False))

    # It was woken to try again. False: it waits on.
    def try_again(self, task, lock):
        if lock.is_free:
            lock.is_free = False
            task.given = ("value", True)
            return True
        lock.hands_over = True
        self.wait_for(task, lock, task.deadline, first=True)
        return False

    def hand(self, channel, value):
        task, _ = self.receivers[channel][0]
        self.wake(task, ("value", value), (channel, value))

    def take_sender(self, channel):
        task, _, value = self.senders[channel][0]
        self.wake(task, ("value", None))
        return value

    # What receiving gives now: (True, value) or (False, None).
    def take(self, channel):
        held = self.held[channel]
        if not held:
            if self.senders[channel]:
                return True, self.take_sender(channel)
            return False, None
        value = held.pop(0)
        if len(held) < self.capacities[channel] and self.senders[channel]:
            held.append(self.take_sender(channel))
        return True, value

    # "sent", "closed" or "full".
    def put(self, channel, value):
        if self.closed[channel]:
            return "closed"
        if self.receivers[channel]:
            self.hand(channel, value)
            return "sent"
        if len(self.held[channel]) < self.capacities[channel]:
            self.held[channel].append(value)
            return "sent"
        return "full"

    def give_back(self, kind, delivery):
        if len(delivery) == 2:
            self.put_back(*delivery)
        elif kind == "value" or delivery[0].is_free:
            self.pass_on(delivery[0])

    def put_back(self, channel, value):
        if self.receivers[channel]:
            self.hand(channel, value)
        else:
            self.held[channel].insert(0, value)

    def end(self, task):
        task.state = "ended"
        for joiner, entry in list(task.joiners):
            self.wake(joiner, ("value", True))

    def cancel(self, task):
        if task.state == "ended":
            return False
        if task.state == "created":
            self.ready.remove(task)
            self.end(task)
            return True
        if task in self.ready:
            self.ready.remove(task)
        self.leave_queues(task)
        task.missed = task.given and task.given[0]
        task.given = ("cancelled", None)
        task.state = "ready"
        self.ready.append(task)
        return True

    # Runs the task until it waits or ends.
    def advance(self, task):
        operations = self.programs[task.number]
        if task.state == "ready":
            delivery, task.delivery = task.delivery, None
            if task.given[0] == "try" and not self.try_again(task, delivery[0]):
                return
            kind, value = task.given
            if kind == "timeout" and self.closed[operations[task.step][1]]:
                kind = "closed"  # before it came to run
            if kind != "value":
                if kind == "cancelled" and delivery is not None:
                    self.give_back(task.missed, delivery)
                self.log.append((task.number, task.step, kind))
                self.end(task)
                return
            self.log.append((task.number, task.step, value))
            operation = operations[task.step]
            if operation[0] == "acquire" and value:
                task.held.append(operation[1])
            task.step += 1
        task.state = "running"
        while task.step < len(operations):
            outcome = self.perform(task, operations[task.step])
            if outcome == "waits":
                return
            if outcome == "closed":
                self.log.append((task.number, task.step, "closed"))
                break
            self.log.append((task.number, task.step, outcome[1]))
            task.step += 1
        self.end(task)

    def perform(self, task, operation):
        kind = operation[0]
        if kind == "yield":
            self.wake(task, ("value", None))
            return "waits"
        if kind == "sleep":
            self.set_timer(task, self.later(operation[1]), ("value", None))
            return "waits"
        if kind == "acquire":
            lock = self.locks[operation[1]]
            if lock.is_free:
                lock.is_free = False
                task.held.append(operation[1])
                return "done", True
            self.wait_for(task, lock,
                          None if operation[2] is None else self.later(operation[2]))
            return "waits"
        if kind == "release":
            if operation[1] in task.held:
                task.held.remove(operation[1])
                self.pass_on(self.locks[operation[1]])
            return "done", None
        if kind == "spawn":
            self.tasks[operation[1]] = child = ModelTask(operation[1])
            self.ready.append(child)
            return "done", None
        if kind == "cancel":
            other = self.tasks.get(operation[1])
            return "done", None if other is None or other is task else self.cancel(other)
        if kind == "join":
            other = self.tasks.get(operation[1])
            if other is None or other is task:
                return "done", None
            if other.state == "ended":
                return "done", True
            self.stand(task, other.joiners, (task, "joins"))
            return "waits"
        channel = operation[1]
        if kind == "close":
            self.closed[channel] = True
            for queue in (self.receivers[channel], self.senders[channel]):
                while queue:
                    self.wake(queue[0][0], ("closed", None))
            return "done", None
        if kind == "send":
            sent = self.put(channel, operation[2])
            if sent == "full":
                self.stand(task, self.senders[channel], (task, False, operation[2]))
                return "waits"
            return "closed" if sent == "closed" else ("done", None)
        taken, value = self.take(channel)
        if taken:
            return "done", value
        if self.closed[channel]:
            return "closed"
        if kind in ("receive", "receive for"):
            self.stand(task, self.receivers[channel], (task, False))
            if kind == "receive for":
                self.set_timer(task, self.later(operation[2]), ("timeout", None))
            return "waits"
        sent = self.put(operation[2], operation[3])
        if sent != "full":
            return "closed" if sent == "closed" else ("done", None)
        self.stand(task, self.receivers[channel], (task, True))
        self.stand(task, self.senders[operation[2]], (task, True, operation[3]))
        return "waits"

    # Main goes to the end of the ready queue, or sleeps, and everybody in front of it runs.
    def turn(self, seconds=0):
        main = ModelTask(None)
        if seconds == 0:
            self.ready.append(main)
        else:
            self.set_timer(main, self.later(seconds * 1000), ("value", None))
        while True:
            while not self.ready:
                self.pass_time()
            task = self.ready.pop(0)
            if task is main:
                return
            self.advance(task)

    def run(self):
        self.tasks[0] = ModelTask(0)
        self.ready.append(self.tasks[0])
        for _ in range(TURNS):
            self.turn()
        self.turn(LONGEST)
        while any(task.state != "ended" for task in self.tasks.values()):
            for task in sorted(self.tasks):
                self.cancel(self.tasks[task])
            self.turn()
        self.log.append([len(held) for held in self.held])
        self.log.append([not lock.is_free for lock in self.locks])
        return self.log


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    events = 0
    weft.virtual_time()
    for seed in range(first, first + count):
        program = make_program(seed)
        real, model = run_by_weft(*program), Model(*program).run()
        events += len(real)
        if real != model:
            print("seed", seed)
            print("capacities", program[0], "locks", program[1])
            for number, operations in enumerate(program[2]):
                print("task", number, operations)
            print("weft ", real)
            print("model", model)
            return 1
    if weft.stats()["alive"] != 0:
        print("tasks are left:", weft.all_tasks())
        return 1
    print(count, "programs,", events, "events")
    return 0


sys.exit(main())
