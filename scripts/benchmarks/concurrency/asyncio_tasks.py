"""What asyncio's tasks cost: prints lines `what nanoseconds`. With `uvloop`: on that loop."""
import asyncio
import sys
import time

if "uvloop" in sys.argv:
    import uvloop

    uvloop.install()

ROUNDS = 5


async def measure(what, count, run):
    best = None
    for _ in range(ROUNDS):
        start = time.process_time()
        await run(count)
        elapsed = time.process_time() - start
        best = elapsed if best is None else min(best, elapsed)
    print(what, round(best / count * 1e9, 1), flush=True)


async def nothing():
    pass


async def gather(count):
    await asyncio.gather(*[asyncio.create_task(nothing()) for _ in range(count)])


async def call_soon(count):
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def tick(left):
        if left:
            loop.call_soon(tick, left - 1)
        else:
            done.set_result(None)

    tick(count)
    await done


async def hand_over(count):
    items = asyncio.Queue(1)

    async def take():
        for _ in range(count):
            await items.get()

    taker = asyncio.create_task(take())
    for _ in range(count):
        await items.put(None)
    await taker


async def ping(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def ping_pong(count):
    await asyncio.gather(ping(count // 2), ping(count // 2))


async def main():
    await measure("asyncio_gather", 20_000, gather)
    await measure("asyncio_sleep0", 100_000, ping_pong)
    await measure("asyncio_call_soon", 50_000, call_soon)
    await measure("asyncio_queue", 20_000, hand_over)


asyncio.run(main())
