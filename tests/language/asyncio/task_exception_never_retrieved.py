# A failed task that nobody looked at is reported when it is lost.
import asyncio
import gc


async def fail(text):
    raise ValueError(text)


async def main():
    asyncio.create_task(fail('lost'), name='loser')
    await asyncio.sleep(0.001)
    gc.collect()
    seen = asyncio.create_task(fail('seen'))
    await asyncio.wait([seen])
    print(repr(seen.exception()))


asyncio.run(main())
