# wait_for gives the result in time, else cancels and raises TimeoutError.
import asyncio


async def slow(name, stubborn=False):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        if stubborn:
            return name
        raise


async def quick(value):
    await asyncio.sleep(0)
    return value


async def main():
    print(await asyncio.wait_for(quick(1), 1))
    print(await asyncio.wait_for(quick(2), None))
    try:
        await asyncio.wait_for(slow('late'), 0.003)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, error.args, type(error.__cause__).__name__)
    print(await asyncio.wait_for(slow('stubborn', True), 0.003))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(slow('zero'), timeout)
        except TimeoutError:
            print('at once')
    done = asyncio.create_task(quick(3))
    await done
    print(await asyncio.wait_for(done, 0))
    try:
        await asyncio.wait_for(fail(), 1)
    except KeyError as error:
        print('raised', error)
    outer = asyncio.create_task(asyncio.wait_for(slow('inner'), 5))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel('from outside')
    try:
        await outer
    except asyncio.CancelledError as error:
        print('outer cancelled', error.args)
    print(asyncio.TimeoutError is TimeoutError)


async def fail():
    raise KeyError('k')


asyncio.run(main())
