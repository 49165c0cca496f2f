# Condition: wait gives the lock up, notify wakes in turn.
import asyncio


async def consumer(condition, name, items):
    async with condition:
        print(name, 'waits')
        await condition.wait_for(lambda: items)
        print(name, 'got', items.pop(0), condition.locked())


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(condition, name, items)) for name in 'abc']
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with condition:
        items.append(1)
        condition.notify()
    await asyncio.sleep(0.001)
    async with condition:
        items += [2, 3]
        condition.notify_all()
    await asyncio.gather(*tasks)
    for use in (condition.notify, condition.notify_all, condition.release):
        try:
            use()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with shared:
        print(lock.locked(), repr(shared).split(' [')[1])

    async def cancelled():
        async with condition:
            try:
                await condition.wait()
            finally:
                print('has the lock again', condition.locked())

    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())


asyncio.run(main())
