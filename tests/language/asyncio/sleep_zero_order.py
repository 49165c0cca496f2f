# Who runs when: tasks that give way, callbacks, timers, futures; in what context and as whose task.
import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default='none')


async def steps(log, name, times):
    variable.set(name)
    task = asyncio.current_task()
    for number in range(times):
        log.append(f'{name}{number}')
        await asyncio.sleep(0)
        if variable.get() != name or asyncio.current_task() is not task:
            log.append(('lost', name, variable.get()))
    return name


async def tasks_and_callbacks():
    log = []
    loop = asyncio.get_running_loop()

    def again(left):
        log.append(f'callback{left}')
        if left:
            loop.call_soon(again, left - 1)

    tasks = [asyncio.create_task(steps(log, name, 3)) for name in 'abc']
    loop.call_soon(again, 2)
    tasks.append(asyncio.create_task(steps(log, 'd', 2)))
    log.append('begin')
    await asyncio.sleep(0)
    log.append('first round')
    loop.call_soon(again, 0)
    await asyncio.sleep(0)
    log.append('second round')
    print(await asyncio.gather(*tasks))
    print(' '.join(map(str, log)))
    print(variable.get())


async def rounds_are_snapshots():
    log = []
    loop = asyncio.get_running_loop()

    async def spawns(depth):
        log.append(f'begin{depth}')
        if depth:
            asyncio.create_task(spawns(depth - 1))
            loop.call_soon(log.append, f'soon{depth}')
        await asyncio.sleep(0)
        log.append(f'end{depth}')

    asyncio.create_task(spawns(3))
    for number in range(6):
        log.append(f'round{number}')
        await asyncio.sleep(0)
    print(' '.join(log))


async def futures_and_timers():
    log = []
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waits(name):
        log.append(f'{name} waits')
        log.append(f'{name} has {await future}')
        await asyncio.sleep(0)
        log.append(f'{name} ends')

    tasks = [asyncio.create_task(waits(name)) for name in ('x', 'y')]
    tasks.append(asyncio.create_task(steps(log, 'a', 4)))
    loop.call_later(0, log.append, 'timer')
    await asyncio.sleep(0)
    future.set_result('it')
    future.add_done_callback(lambda _: log.append('done callback'))
    log.append('set')
    await asyncio.gather(*tasks)
    print(', '.join(log))


async def sleepers_do_not_starve():
    loop = asyncio.get_running_loop()
    woken = []

    async def sleeps():
        await asyncio.sleep(0.002)
        woken.append(True)

    task = asyncio.create_task(sleeps())
    rounds = 0
    while not woken:
        await asyncio.sleep(0)
        rounds += 1
        if rounds % 100 == 0:
            await asyncio.sleep(0.001)
    print(task.done() or await task is None, rounds > 0)


async def whose_task():
    tasks = [asyncio.create_task(steps([], name, 2), name=f'task {name}') for name in 'ab']
    me = asyncio.current_task()
    await asyncio.sleep(0)
    print(asyncio.current_task() is me, sorted(task.get_name() for task in asyncio.all_tasks()
                                               if task is not me))
    await asyncio.gather(*tasks)
    print(asyncio.all_tasks() == {me})
    seen = []
    own = contextvars.copy_context()
    own.run(variable.set, 'given')

    async def reads():
        seen.append(variable.get())
        await asyncio.sleep(0)
        variable.set('changed')
        await asyncio.sleep(0)
        seen.append(variable.get())

    await asyncio.gather(asyncio.create_task(reads(), context=own), reads())
    print(seen, own[variable], variable.get())


async def inside_a_context_that_is_entered():
    """Two tasks share a context; their steps never overlap."""
    own = contextvars.copy_context()
    log = []
    await asyncio.gather(*[asyncio.create_task(steps(log, 's', 2), context=own)
                           for _ in range(3)])
    print(log)


class Factory(asyncio.Task):
    """A task of a class of its own."""


async def other_tasks():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **given: Factory(coro, loop=loop, **given))
    log = []
    tasks = [asyncio.create_task(steps(log, name, 2)) for name in 'ab']
    print([type(task).__name__ for task in tasks], await asyncio.gather(*tasks), log)


class OtherLoop(asyncio.SelectorEventLoop):
    calls = 0

    def call_soon(self, callback, *args, context=None):
        OtherLoop.calls += 1
        return super().call_soon(callback, *args, context=context)


async def lives():
    log = []
    await asyncio.gather(steps(log, 'a', 3), steps(log, 'b', 2))
    print(log)


async def stops_in_a_round():
    loop = asyncio.get_running_loop()
    log = []
    tasks = [asyncio.create_task(steps(log, name, 3)) for name in 'ab']
    await asyncio.sleep(0)
    loop.stop()
    log.append('stop')
    await asyncio.sleep(0)
    log.append('again')
    return log, tasks


async def unhurried(part):
    """In debug mode nothing is told of steps that take long."""
    asyncio.get_running_loop().slow_callback_duration = 1000
    await part()


for part in (tasks_and_callbacks, rounds_are_snapshots, futures_and_timers,
             sleepers_do_not_starve, whose_task, inside_a_context_that_is_entered, other_tasks):
    print('--', part.__name__)
    asyncio.run(part())
    asyncio.run(unhurried(part), debug=True)
print('-- a loop with a call_soon of its own')
loop = OtherLoop()
loop.run_until_complete(lives())
print(OtherLoop.calls > 5)
loop.close()
print('-- stopped')
loop = asyncio.new_event_loop()
task = loop.create_task(stops_in_a_round())
loop.run_forever()
print(task.done())
log, tasks = loop.run_until_complete(task)
print(log)
loop.run_until_complete(asyncio.gather(*tasks))
print(log)
loop.close()
