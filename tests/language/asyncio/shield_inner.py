# shield keeps the inner task running when the outer one is cancelled.
import asyncio


async def inner(value):
    await asyncio.sleep(0.002)
    print('inner done')
    if value is None:
        raise ValueError('inner failed')
    return value


async def main():
    task = asyncio.create_task(inner(1))
    waiter = asyncio.create_task(wait(asyncio.shield(task)))
    await asyncio.sleep(0)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print('waiter cancelled', task.done())
    print(await task)
    print(await asyncio.shield(inner(2)))
    try:
        await asyncio.shield(inner(None))
    except ValueError as error:
        print(error)
    task = asyncio.create_task(asyncio.sleep(10))
    outer = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('inner cancelled', outer.cancelled())
    done = asyncio.get_running_loop().create_future()
    done.set_result(3)
    print(asyncio.shield(done) is done)
    event = asyncio.Event()
    kept = asyncio.create_task(event.wait())
    try:
        await asyncio.wait_for(asyncio.shield(kept), 0.001)
    except TimeoutError:
        print('timeout', kept.done())
    event.set()
    print(await kept)


async def wait(awaitable):
    return await awaitable


asyncio.run(main())
