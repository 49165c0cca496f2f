# A lock that waited in one loop refuses another one.
import asyncio

lock = asyncio.Lock()
event = asyncio.Event()


async def contend():
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await task
    lock.release()


async def other():
    await lock.acquire()
    try:
        await lock.acquire()
    except RuntimeError as error:
        print(str(error).split('>')[1])
    print(await event.wait())


asyncio.run(contend())
event.set()
asyncio.run(other())
