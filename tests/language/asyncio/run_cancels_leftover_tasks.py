# What still runs when the main coroutine ends is cancelled and waited for.
import asyncio


async def worker(name, delay):
    try:
        print(name, 'works')
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        await asyncio.sleep(0)
        print(name, 'cleaned up')
        raise
    finally:
        print(name, 'ends')


async def main():
    tasks = [asyncio.create_task(worker('a', 10))]
    await asyncio.sleep(0)
    print('main ends')
    return 'result'


print(asyncio.run(main()))
