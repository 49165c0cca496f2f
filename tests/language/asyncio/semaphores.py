# Semaphore and BoundedSemaphore.
import asyncio


async def worker(semaphore, name, log):
    async with semaphore:
        log.append('+' + name)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        log.append('-' + name)


async def main():
    semaphore = asyncio.Semaphore(2)
    print(repr(semaphore).split(' [')[1], semaphore.locked())
    log = []
    tasks = [asyncio.create_task(worker(semaphore, name, log)) for name in 'abcde']
    await asyncio.sleep(0)
    print(repr(semaphore).split(' [')[1], semaphore.locked())
    tasks[3].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log)
    print(repr(semaphore).split(' [')[1])
    semaphore.release()
    print(repr(semaphore).split(' [')[1])
    bounded = asyncio.BoundedSemaphore(1)
    print(await bounded.acquire(), bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    zero = asyncio.Semaphore(0)
    asyncio.get_running_loop().call_later(0.001, zero.release)
    print(await zero.acquire(), zero.locked())


asyncio.run(main())
