"""What asyncio's tasks cost: prints lines `what nanoseconds`."""
import asyncio
import time

ROUNDS = 5


async def measure(what, count, run):
    best = None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        await run(count)
        elapsed = time.perf_counter() - start
        best = elapsed if best is None else min(best, elapsed)
    print(what, round(best / count * 1e9, 1), flush=True)


async def nothing():
    pass


async def gather(count):
    await asyncio.gather(*[asyncio.create_task(nothing()) for _ in range(count)])


async def ping(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def ping_pong(count):
    await asyncio.gather(ping(count // 2), ping(count // 2))


async def main():
    await measure("asyncio_gather", 20_000, gather)
    await measure("asyncio_sleep0", 100_000, ping_pong)


asyncio.run(main())
