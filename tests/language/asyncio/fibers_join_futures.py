# join() of futures and tasks waits in a fiber.
# weft only
import asyncio
import weft


async def value():
    await asyncio.sleep(0.001)
    return 'value'


async def fail():
    raise KeyError('k')


def joiner(task, timeout=None):
    print('joined', task.join(timeout), task.done())


async def main():
    tasks = [asyncio.create_task(value()), asyncio.create_task(fail())]
    joiners = [spawn(joiner, task) for task in tasks]
    for one in joiners:
        await one
    print(tasks[0].result(), repr(tasks[1].exception()))
    never = asyncio.get_running_loop().create_future()
    await spawn(joiner, never, 0.002)
    print(never.join(0), tasks[0].join())


asyncio.run(main())
