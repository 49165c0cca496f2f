# Other tasks and another thread look at what giving tasks await, again and again; cancellation
# comes in between. Nobody is led astray.
import asyncio
import sys
import threading

sys.setswitchinterval(1e-5)


async def gives_way(times):
    total = 0
    for number in range(times):
        if await asyncio.sleep(0) is not None:
            raise AssertionError('sleep gave something')
        total += number
    return total


async def chain(levels, times):
    return await (chain(levels - 1, times) if levels else gives_way(times))


def name_of(awaited):
    return None if awaited is None else awaited.__name__


async def looked_at(coros, names):
    while True:
        for coro in coros:
            awaited = coro.cr_await
            names.add(name_of(awaited))
            if awaited is not None:
                names.add(name_of(awaited.cr_await))
        await asyncio.sleep(0)


def watch(coros, names, ended):
    while not ended.is_set():
        for coro in coros:
            names.add(name_of(coro.cr_await))


async def main():
    coros = [gives_way(150) for _ in range(5)] + [chain(3, 100)]
    names = set()
    seen = set()
    ended = threading.Event()
    thread = threading.Thread(target=watch, args=(coros, seen, ended))
    tasks = [asyncio.create_task(coro) for coro in coros]
    looker = asyncio.create_task(looked_at(coros, names))
    thread.start()
    try:
        print(await asyncio.gather(*tasks))
    finally:
        ended.set()
        thread.join()
    looker.cancel()
    await asyncio.wait([looker])
    print(looker.cancelled(), names - {'__sleep0'} == {None, 'sleep', 'chain'},
          seen <= {None, 'sleep', 'chain'})

    async def cancelled(times):
        caught = 0
        for _ in range(times):
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                caught += 1
        return caught

    tasks = [asyncio.create_task(cancelled(50)) for _ in range(10)]
    for number in range(30):
        await asyncio.sleep(0)
        tasks[number % 10].cancel()
        tasks[(number * 3) % 10].get_coro().cr_await
    print(await asyncio.gather(*tasks))


asyncio.run(main())
