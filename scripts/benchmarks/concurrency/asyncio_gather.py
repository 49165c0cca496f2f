# Tasks made and gathered, ten thousand at a time.
import asyncio
import sys

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 50
TASKS = 10_000


async def work(i):
    return i * 2


async def main():
    total = 0
    for _ in range(ROUNDS):
        total += sum(await asyncio.gather(*[asyncio.create_task(work(i)) for i in range(TASKS)]))
    return total


print(asyncio.run(main()))
