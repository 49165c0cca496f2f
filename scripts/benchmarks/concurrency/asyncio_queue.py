# Items handed from one task to another through a queue.
import asyncio
import sys

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000


async def produce(queue):
    for i in range(COUNT):
        await queue.put(i)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def main():
    queue = asyncio.Queue(16)
    _, total = await asyncio.gather(produce(queue), consume(queue))
    return total


print(asyncio.run(main()))
