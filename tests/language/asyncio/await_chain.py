# Values and exceptions go through long chains of awaits.
import asyncio


async def deep(level):
    if level == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await deep(level - 1)


async def deep_failure(level):
    try:
        if level == 0:
            await asyncio.sleep(0)
            raise KeyError('bottom')
        await deep_failure(level - 1)
    finally:
        if level % 20 == 0:
            print('leaves', level)


async def main():
    print(await deep(100))
    try:
        await deep_failure(60)
    except KeyError as error:
        print(error)
    task = asyncio.create_task(deep_failure(40))
    await asyncio.sleep(0)
    task.cancel('from the top')
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
