"""Cooperative tasks on generators: a round-robin scheduler, channels, send, and async functions."""


class Channel:
    def __init__(self):
        self.items = []
        self.waiting = []


class Scheduler:
    """Tasks yield ("put", channel, item), ("take", channel) or None."""

    def __init__(self):
        self.ready = []
        self.switches = 0

    def spawn(self, task):
        self.ready.append((task, None))

    def run(self):
        while self.ready:
            batch = self.ready
            self.ready = []
            for task, value in batch:
                self.switches += 1
                try:
                    request = task.send(value)
                except StopIteration:
                    continue
                if request is None:
                    self.ready.append((task, None))
                elif request[0] == "put":
                    self.put(task, request[1], request[2])
                else:
                    self.take(task, request[1])

    def put(self, task, channel, item):
        if channel.waiting:
            self.ready.append((channel.waiting.pop(0), item))
        else:
            channel.items.append(item)
        self.ready.append((task, None))

    def take(self, task, channel):
        if channel.items:
            self.ready.append((task, channel.items.pop(0)))
        else:
            channel.waiting.append(task)


def producer(channel, start, count):
    for i in range(count):
        yield ("put", channel, start + i)


def relay(source, target, count):
    for _ in range(count):
        item = yield ("take", source)
        yield ("put", target, item * 2 + 1)


def consumer(channel, count, results):
    total = 0
    for _ in range(count):
        total += yield ("take", channel)
    results.append(total)


class Pause:
    def __await__(self):
        yield


async def leaf(n):
    if n % 3 == 0:
        await Pause()
    return n


async def branch(n):
    total = 0
    for i in range(n):
        total += await leaf(i)
    return total


async def root(rounds):
    total = 0
    for _ in range(rounds):
        total += await branch(20)
    return total


def drive(coroutine):
    pauses = 0
    while True:
        try:
            coroutine.send(None)
        except StopIteration as stop:
            return stop.value, pauses
        pauses += 1


def main():
    scheduler = Scheduler()
    results = []
    for i in range(40):
        first, second = Channel(), Channel()
        scheduler.spawn(producer(first, i, 6000))
        scheduler.spawn(relay(first, second, 6000))
        scheduler.spawn(consumer(second, 6000, results))
    scheduler.run()
    print(len(results), sum(results), scheduler.switches)
    print(*drive(root(80000)))


main()
