# Tasks of spawn() run while the loop waits, and are awaited; what they raise comes through.
# weft only
import asyncio
import weft


def fiber(name, count):
    for step in range(count):
        print(name, step)
        weft.sleep(0.002)
    return name


async def coroutine(name, count):
    for step in range(count):
        print(name, step)
        await asyncio.sleep(0.002)
    return name


def fail():
    raise ValueError('in fiber')


async def main():
    spawned = spawn(fiber, 'fiber', 3)
    task = asyncio.create_task(coroutine('task', 3))
    print('awaited', await spawned)
    print('awaited', await spawned, await task)
    try:
        await spawn(fail)
    except ValueError as error:
        print('raised', error)
    print(await asyncio.gather(spawn(fiber, 'gathered', 1), coroutine('coroutine', 1)))


asyncio.run(main())
