# Event: wait, set, clear.
import asyncio


async def waiter(event, name):
    print(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    print(event.is_set(), repr(event).split(' [')[1])
    tasks = [asyncio.create_task(waiter(event, name)) for name in 'ab']
    await asyncio.sleep(0)
    print(repr(event).split(' [')[1])
    event.set()
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    event.set()
    print(await event.wait(), repr(event).split(' [')[1])
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.001)
    except TimeoutError:
        print('not set')


asyncio.run(main())
