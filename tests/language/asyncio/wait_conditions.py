# wait() returns sets of what is done and what is not, by its condition.
import asyncio


async def value(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    if number < 0:
        raise ValueError(number)
    return number


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    def make():
        return [asyncio.create_task(value(n, turns), name=str(n))
                for n, turns in ((1, 1), (2, 4), (-3, 2), (4, 6))]

    for condition in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = make()
        done, pending = await asyncio.wait(tasks, return_when=condition)
        print(condition, names(done), names(pending), type(done) is set)
        await asyncio.gather(*tasks, return_exceptions=True)
    long = asyncio.create_task(asyncio.sleep(10), name='long')
    short = asyncio.create_task(value(5, 0), name='short')
    done, pending = await asyncio.wait({long, short}, timeout=0.005)
    print(names(done), names(pending), long.cancelled())
    done, pending = await asyncio.wait([short])
    print(names(done), pending)
    long.cancel()
    for wrong in ([], short):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        await asyncio.wait([short], return_when='NEVER')
    except ValueError as error:
        print(error)
    waiter = asyncio.create_task(asyncio.wait([asyncio.create_task(asyncio.sleep(9), name='kept')]))
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.sleep(0)
    print(waiter.cancelled(), [task.get_name() for task in asyncio.all_tasks()
                               if task.get_name() == 'kept'])


asyncio.run(main())
