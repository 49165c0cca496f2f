"""A small operating system in miniature: tasks with states, priorities, message queues, devices."""

READY, WAITING, DONE = "ready", "waiting", "done"


class Message:
    def __init__(self, sender, payload):
        self.sender = sender
        self.payload = payload
        self.next = None


class Mailbox:
    """A linked queue of messages."""

    def __init__(self):
        self.first = None
        self.last = None
        self.length = 0

    def put(self, message):
        message.next = None
        if self.last is None:
            self.first = message
        else:
            self.last.next = message
        self.last = message
        self.length += 1

    def take(self):
        message = self.first
        if message is not None:
            self.first = message.next
            if self.first is None:
                self.last = None
            self.length -= 1
        return message


class Task:
    def __init__(self, system, name, priority):
        self.system = system
        self.name = name
        self.priority = priority
        self.state = READY
        self.mailbox = Mailbox()
        self.steps = 0

    def runnable(self):
        return self.state == READY or (self.state == WAITING and self.mailbox.length > 0)

    def run(self):
        self.state = READY
        self.steps += 1
        self.step()

    def step(self):
        raise NotImplementedError


class Producer(Task):
    def __init__(self, system, name, priority, consumer, count):
        super().__init__(system, name, priority)
        self.consumer = consumer
        self.remaining = count
        self.seed = len(name)

    def step(self):
        if self.remaining == 0:
            self.state = DONE
            return
        self.remaining -= 1
        self.seed = (self.seed * 1103515245 + 12345) % 2147483648
        self.system.send(self.name, self.consumer, self.seed >> 16)


class Worker(Task):
    def __init__(self, system, name, priority, device):
        super().__init__(system, name, priority)
        self.device = device
        self.sum = 0

    def step(self):
        message = self.mailbox.take()
        if message is None:
            self.state = WAITING
            return
        self.sum = (self.sum * 31 + message.payload) % 1000003
        if message.payload % 3 == 0:
            self.system.send(self.name, self.device, message.payload)


class Device(Task):
    def __init__(self, system, name, priority):
        super().__init__(system, name, priority)
        self.handled = 0

    def step(self):
        message = self.mailbox.take()
        if message is None:
            self.state = WAITING
        else:
            self.handled += 1


class System:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.sent = 0

    def add(self, task):
        self.tasks[task.name] = task
        self.order.append(task)
        self.order.sort(key=lambda each: -each.priority)

    def send(self, sender, receiver, payload):
        self.tasks[receiver].mailbox.put(Message(sender, payload))
        self.sent += 1

    def run(self):
        rounds = 0
        progress = True
        while progress:
            progress = False
            rounds += 1
            for task in self.order:
                if task.runnable():
                    task.run()
                    progress = True
        return rounds


def main():
    system = System()
    for i in range(3):
        system.add(Device(system, f"device{i}", 3))
    for i in range(8):
        system.add(Worker(system, f"worker{i}", 2, f"device{i % 3}"))
    for i in range(12):
        system.add(Producer(system, f"producer{i}" + "x" * i, 1, f"worker{i % 8}", 24000))
    rounds = system.run()
    print("rounds", rounds, "sent", system.sent)
    for name in sorted(system.tasks):
        task = system.tasks[name]
        if isinstance(task, Worker):
            print(name, task.steps, task.sum)
        elif isinstance(task, Device):
            print(name, task.steps, task.handled)


main()
