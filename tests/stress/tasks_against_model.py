"""Random programs of tasks and channels, compared with a model of them.

    weft tests/stress/tasks_against_model.py [SEEDS [FIRST]]

Each seed makes a small program: tasks that spawn, yield, send, receive, select, close, cancel and
join. It is run by weft, and by the model below, which is nothing but lists: who is ready, who stands
in which queue. Both write down what happens in which order, to the letter; a difference ends the run
with the seed and both logs.
"""
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
    count = 3 + random.below(4)
    programs = []
    for task in range(count):
        operations = []
        for _ in range(2 + random.below(6)):
            channel = random.below(len(capacities))
            kind = random.below(16)
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
            else:
                operations.append(("join", random.below(count)))
        programs.append(operations)
    order = [("spawn", task) for task in range(1, count)]
    for operation in order:  # each task but the first is spawned by one before it
        spawner = random.below(operation[1])
        place = random.below(len(programs[spawner]) + 1)
        programs[spawner].insert(place, operation)
    return capacities, programs


TURNS = 30  # of main, before it cancels what is left

# --- The program as weft runs it


def run_by_weft(capacities, programs):
    log = []
    channels = [weft.Channel(capacity) for capacity in capacities]
    tasks = {}

    def run(me):
        step = 0
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

    tasks[0] = spawn(run, 0)
    for _ in range(TURNS):
        weft.sleep(0)
    while not all(task.done() for task in tasks.values()):
        for task in sorted(tasks):
            tasks[task].cancel()
        weft.sleep(0)
    log.append([len(channel) for channel in channels])
    return log


# --- The model


class ModelTask:
    def __init__(self, number):
        self.number = number  # None: main
        self.step = 0
        self.state = "created"  # ready, waiting, ended
        self.given = None  # (kind, value) of what ended its wait
        self.queues = []  # what it stands in: (queue, entry)
        self.joiners = []
        self.delivery = None  # (channel, value) to give back if it is cancelled before it runs


class Model:
    def __init__(self, capacities, programs):
        self.programs = programs
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
        for queue, entry in task.queues:
            queue.remove(entry)
        task.queues = []

    def stand(self, task, queue, entry):
        queue.append(entry)
        task.queues.append((queue, entry))
        task.state = "waiting"

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
        task.given = ("cancelled", None)
        task.state = "ready"
        self.ready.append(task)
        return True

    # Runs the task until it waits or ends.
    def advance(self, task):
        operations = self.programs[task.number]
        if task.state == "ready":
            kind, value = task.given
            delivery, task.delivery = task.delivery, None
            if kind != "value":
                if kind == "cancelled" and delivery is not None:
                    self.put_back(*delivery)
                self.log.append((task.number, task.step, kind))
                self.end(task)
                return
            self.log.append((task.number, task.step, value))
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
        if kind == "receive":
            self.stand(task, self.receivers[channel], (task, False))
            return "waits"
        sent = self.put(operation[2], operation[3])
        if sent != "full":
            return "closed" if sent == "closed" else ("done", None)
        self.stand(task, self.receivers[channel], (task, True))
        self.stand(task, self.senders[operation[2]], (task, True, operation[3]))
        return "waits"

    # Main goes to the end of the ready queue and everybody in front of it runs.
    def turn(self):
        main = ModelTask(None)
        self.ready.append(main)
        while True:
            task = self.ready.pop(0)
            if task is main:
                return
            self.advance(task)

    def run(self):
        self.tasks[0] = ModelTask(0)
        self.ready.append(self.tasks[0])
        for _ in range(TURNS):
            self.turn()
        while any(task.state != "ended" for task in self.tasks.values()):
            for task in sorted(self.tasks):
                self.cancel(self.tasks[task])
            self.turn()
        self.log.append([len(held) for held in self.held])
        return self.log


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    events = 0
    for seed in range(first, first + count):
        program = make_program(seed)
        real, model = run_by_weft(*program), Model(*program).run()
        events += len(real)
        if real != model:
            print("seed", seed)
            print("capacities", program[0])
            for number, operations in enumerate(program[1]):
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
