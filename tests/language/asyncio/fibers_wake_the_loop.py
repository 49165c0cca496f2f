# A fiber that ends a future, or calls call_soon, wakes the loop that waits.
# real time
# weft only
import asyncio
import weft


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    spawn(lambda: (weft.sleep(0.001), future.set_result('set by a fiber')))
    print(await future)
    event = asyncio.Event()
    spawn(lambda: (weft.sleep(0.001), loop.call_soon(event.set)))
    print(await event.wait())
    queue = asyncio.Queue()
    spawn(lambda: (weft.sleep(0.001), queue.put_nowait('put by a fiber')))
    print(await queue.get())
    late = loop.create_future()
    spawn(lambda: (weft.sleep(0.001), loop.call_later(0.001, late.set_result, 'timer of a fiber')))
    print(await late)
    steps = []

    def count():
        for step in range(100):
            steps.append(step)
            weft.sleep(0)

    spawn(count)
    spawn(lambda: (weft.sleep(0.0001), steps.append('slept')))
    while len(steps) < 101:
        await asyncio.sleep(0)
    print('the loop was busy, the fibers ran', 'slept' in steps)


asyncio.run(main())
