# Errors of other children of a failed gather are taken as seen.
import asyncio
import gc


async def fail(number):
    await asyncio.sleep(0)
    raise ValueError(number)


async def main():
    try:
        await asyncio.gather(fail(1), fail(2), fail(3))
    except ValueError as error:
        print('first', error)
    await asyncio.sleep(0.001)
    gc.collect()
    print('nothing reported')


asyncio.run(main())
