# gather raises the first exception and lets the others run on; or gives exceptions as results.
import asyncio


async def fail(error, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def value(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print('value', number)
    return number


async def main():
    slow = asyncio.create_task(value(1, 5))
    try:
        await asyncio.gather(slow, fail(ValueError('first'), 2), fail(KeyError('second'), 3))
    except ValueError as error:
        print('raised', error, slow.done())
    print(await slow)
    results = await asyncio.gather(value(2, 1), fail(ValueError('x'), 0), fail(KeyError('y'), 2),
                                   return_exceptions=True)
    print(results)
    cancelled = asyncio.create_task(asyncio.sleep(10))
    asyncio.get_running_loop().call_soon(cancelled.cancel, 'msg')
    print(await asyncio.gather(cancelled, value(3, 1), return_exceptions=True))
    cancelled = asyncio.create_task(asyncio.sleep(10))
    asyncio.get_running_loop().call_soon(cancelled.cancel)
    try:
        await asyncio.gather(cancelled, value(4, 1))
    except asyncio.CancelledError:
        print('child cancelled')


asyncio.run(main())
