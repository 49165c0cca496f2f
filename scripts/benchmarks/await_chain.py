"""Values handed through chains of `await` and `yield from`, 1, 10 and 100 deep."""
import sys
import time


class Pause:
    def __await__(self):
        return (yield 1)


async def innermost(rounds):
    total = 0
    for i in range(rounds):
        total += await Pause()
    return total


async def link(depth, rounds):
    if depth == 0:
        return await innermost(rounds)
    return await link(depth - 1, rounds) + 1


def numbers(depth, rounds):
    if depth == 0:
        for i in range(rounds):
            yield i
    else:
        yield from numbers(depth - 1, rounds)


def relayed(depth, rounds):
    return (yield from numbers(depth, rounds))


def drive(coroutine):
    """Resumed by send."""
    sent = None
    total = 0
    while True:
        try:
            total += coroutine.send(sent)
        except StopIteration as stop:
            return stop.value, total
        sent = 3


async def outer(coroutine):
    """Resumed by another coroutine."""
    return await coroutine


def main():
    timed = len(sys.argv) > 1
    rounds = 100000
    for depth in (1, 10, 100):
        started = time.perf_counter()
        print("send", depth, *drive(link(depth, rounds)))
        sending = time.perf_counter()
        print("await", depth, *drive(outer(link(depth, rounds))))
        awaiting = time.perf_counter()
        print("for", depth, sum(relayed(depth, rounds)), sum(x for x in relayed(depth, rounds)))
        ended = time.perf_counter()
        if timed:
            for what, seconds in (
                ("send", sending - started),
                ("await", awaiting - sending),
                ("for", (ended - awaiting) / 2),
            ):
                print(f"{what} {depth} deep  {seconds / rounds * 1e9:.0f} ns", file=sys.stderr)


main()
