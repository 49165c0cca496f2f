# Lock: who waits gets it in turn; cancelled waiters are passed over.
import asyncio
import re


async def worker(lock, name):
    async with lock:
        print(name, 'in', lock.locked())
        await asyncio.sleep(0)
        print(name, 'out')


def shown(thing):
    return re_sub(repr(thing))


def re_sub(text):
    before, _, after = text.partition(' at 0x')
    return before + after[after.index(' '):]


async def main():
    lock = asyncio.Lock()
    print(shown(lock))
    tasks = [asyncio.create_task(worker(lock, name)) for name in 'abcd']
    await asyncio.sleep(0)
    print(shown(lock))
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(await lock.acquire(), lock.locked())
    try:
        await asyncio.wait_for(lock.acquire(), 0.002)
    except TimeoutError:
        print('held')
    lock.release()
    print(lock.locked())


asyncio.run(main())
