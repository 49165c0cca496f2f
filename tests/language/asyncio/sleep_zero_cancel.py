# Cancelling tasks that give way: when CancelledError comes, from where, and what else it meets.
import asyncio
import traceback


def functions(error):
    names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
    return [name for name in names if not name.startswith('__')]


async def gives_way(log, name, times):
    try:
        for number in range(times):
            log.append((name, number))
            await asyncio.sleep(0)
        log.append((name, 'through'))
    except asyncio.CancelledError as error:
        log.append((name, 'cancelled', error.args, functions(error)))
        raise
    finally:
        log.append((name, 'finally'))
    return name


async def while_it_waits():
    log = []
    task = asyncio.create_task(gives_way(log, 'a', 5))
    other = asyncio.create_task(gives_way(log, 'b', 4))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.cancel('enough'), task.cancelling(), task.cancelled(), task.done())
    log.append('asked')
    await asyncio.sleep(0)
    log.append('after a round')
    print(task.cancelled(), task.done())
    await asyncio.wait([task, other])
    print(task.cancelled(), other.result())
    for entry in log:
        print(entry)
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, functions(error))


async def before_it_begins():
    log = []
    task = asyncio.create_task(gives_way(log, 'a', 2))
    task.cancel()
    await asyncio.wait([task])
    print(log, task.cancelled())


async def at_its_last_step():
    async def ends(log):
        await asyncio.sleep(0)
        asyncio.current_task().cancel()
        return 'ended'

    task = asyncio.create_task(ends([]))
    await asyncio.wait([task])
    print(task.cancelled())

    async def goes_on():
        asyncio.current_task().cancel('by itself')
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError as error:
            print(error.args, functions(error))
        return await asyncio.sleep(0), asyncio.current_task().uncancel()

    print(await asyncio.create_task(goes_on()))


async def caught_again_and_again():
    async def stubborn(log):
        for number in range(3):
            try:
                await asyncio.sleep(0)
                log.append((number, 'went on'))
            except asyncio.CancelledError as error:
                log.append((number, error.args))
        return 'done'

    log = []
    task = asyncio.create_task(stubborn(log))
    await asyncio.sleep(0)
    task.cancel(1)
    task.cancel(2)
    await asyncio.sleep(0)
    task.cancel(3)
    print(await task, log, task.cancelling())


async def by_a_callback_of_the_round():
    log = []
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(gives_way(log, 'a', 3))
    await asyncio.sleep(0)
    loop.call_soon(log.append, 'callback')
    loop.call_soon(task.cancel)
    await asyncio.sleep(0)
    log.append('round')
    await asyncio.sleep(0)
    log.append('round')
    await asyncio.wait([task])
    for entry in log:
        print(entry)


async def times_out():
    log = []
    try:
        async with asyncio.timeout(0):
            while True:
                await asyncio.sleep(0)
    except TimeoutError as error:
        print(type(error).__name__, functions(error)[:1], functions(error.__context__)[-1:])
    task = asyncio.create_task(asyncio.wait_for(gives_way(log, 'a', 10), 5))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), log)


async def in_a_group():
    async def fails():
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        raise ValueError('of the group')

    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(gives_way(log, 'a', 10))
            group.create_task(fails())
    except ExceptionGroup as error:
        print(error.exceptions)
    print(log)


async def a_shield():
    log = []
    inner = asyncio.create_task(gives_way(log, 'inner', 4))

    async def waits():
        await asyncio.shield(inner)

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', inner.done())
    print(await inner, log)


for part in (while_it_waits, before_it_begins, at_its_last_step, caught_again_and_again,
             by_a_callback_of_the_round, times_out, in_a_group, a_shield):
    print('--', part.__name__)
    asyncio.run(part())
