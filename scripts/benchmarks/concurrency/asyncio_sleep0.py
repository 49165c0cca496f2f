# A task that gives way again and again: await asyncio.sleep(0).
import asyncio
import sys

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


async def main():
    total = 0
    for i in range(COUNT):
        await asyncio.sleep(0)
        total += i
    return total


print(asyncio.run(main()))
