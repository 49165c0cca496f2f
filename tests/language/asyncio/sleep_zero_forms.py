# What asyncio.sleep is and what its calls give, awaited at once or not: kinds, results, delays,
# defaults, replaced functions, warnings, debug mode.
import asyncio
import functools
import gc
import inspect
import sys
import types
import warnings


def kinds():
    print(type(asyncio.sleep).__name__, asyncio.sleep.__name__, asyncio.sleep.__module__)
    print(asyncio.iscoroutinefunction(asyncio.sleep), inspect.iscoroutinefunction(asyncio.sleep),
          inspect.isgeneratorfunction(asyncio.sleep), inspect.isfunction(asyncio.sleep))
    print(bool(asyncio.sleep.__code__.co_flags & inspect.CO_COROUTINE))
    coro = asyncio.sleep(0)
    print(type(coro) is types.CoroutineType, asyncio.iscoroutine(coro), inspect.iscoroutine(coro),
          inspect.isawaitable(coro), coro.__name__, coro.__qualname__)
    print(coro.cr_code is asyncio.sleep.__code__, coro.cr_await, coro.cr_running,
          inspect.getcoroutinestate(coro))
    print(coro.send(None), inspect.getcoroutinestate(coro))
    coro.close()
    print(inspect.getcoroutinestate(coro), coro.cr_frame)
    coro = asyncio.sleep(0, 'thrown into')
    try:
        coro.throw(ValueError('before it began'))
    except ValueError as error:
        print(repr(error), inspect.getcoroutinestate(coro))


async def paused(times):
    for number in range(times):
        yield number, await asyncio.sleep(0)


async def results():
    sleep = asyncio.sleep
    print(await asyncio.sleep(0), await sleep(0), await sleep(-1), await sleep(-0.5),
          await sleep(0.0), await sleep(False))
    print(await sleep(0, 'result'), await sleep(0, result='by name'), await sleep(delay=0),
          await sleep(*[0]), await sleep(**{'delay': -3, 'result': 'spread'}))
    half = functools.partial(asyncio.sleep, 0)
    print(await half(), await half('partial'), [await sleep(0) for _ in range(3)],
          await sleep(0) is None, (await sleep(0), 1), f'{await sleep(0)}')
    total = 0
    for number in range(5):
        await asyncio.sleep(0)
        total += number
    print(total, await (lambda: sleep(0))())

    class Holder:
        pause = staticmethod(asyncio.sleep)

    print(await Holder.pause(0), await Holder().pause(0))

    @types.coroutine
    def older():
        return (yield from asyncio.sleep(0)), (yield from asyncio.sleep(0, 'older'))

    class Pause:
        def __await__(self):
            return asyncio.sleep(0, 'pause').__await__()

    print(await older(), await Pause(), [number async for number in paused(3)])
    for wrong in ((), ('0',), (None,), ([],)):
        try:
            await asyncio.sleep(*wrong)
        except TypeError as error:
            print(type(error).__name__)


async def awaited_later():
    coro = asyncio.sleep(0, 'later')
    print(await coro)
    try:
        await coro
    except RuntimeError as error:
        print(error)
    coro = asyncio.sleep(0)
    await asyncio.sleep(0)
    print(await coro)
    task = asyncio.create_task(asyncio.sleep(0, 'task'))
    print(await task, await asyncio.wait_for(asyncio.sleep(0, 'in time'), 5),
          await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)))


async def replaced():
    real = asyncio.sleep

    async def fake(delay, result=None):
        return 'fake', delay

    async def pause():
        return await asyncio.sleep(0)

    print(await pause())
    asyncio.sleep = fake
    try:
        print(await pause())
    finally:
        asyncio.sleep = real
    print(await pause())
    defaults = asyncio.sleep.__defaults__
    asyncio.sleep.__defaults__ = ('other default',) + defaults[1:]
    try:
        print(await pause())
    finally:
        asyncio.sleep.__defaults__ = defaults
    print(await pause())
    copy = types.FunctionType(real.__code__, real.__globals__, 'copy', ('of copy',) + defaults[1:])
    print(await copy(0), await pause())


def never_awaited():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        asyncio.sleep(0)
        gc.collect()

        async def main():
            await asyncio.sleep(0)
            asyncio.sleep(0)
            await asyncio.sleep(0)
            gc.collect()

        asyncio.run(main())
        gc.collect()
    print([(warning.category.__name__, str(warning.message)) for warning in caught])


async def seen(coro):
    """The origin of what the coroutine awaits; None if there is none."""
    awaited = coro.cr_await
    await asyncio.sleep(0)
    return awaited.cr_origin and awaited.cr_origin[0][2]


async def debugged():
    asyncio.get_running_loop().slow_callback_duration = 1000

    async def waits():
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    coro = waits()
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    print(await seen(coro))
    await task


def deep():
    async def down(levels):
        if levels:
            return await down(levels - 1)
        await asyncio.sleep(0)
        return 'bottom'

    async def without_end():
        await asyncio.sleep(0)
        await without_end()

    print(asyncio.run(down(50)))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(150)
    try:
        asyncio.run(without_end())
    except RecursionError as error:
        print(type(error).__name__)
    finally:
        sys.setrecursionlimit(limit)


kinds()
for part in (results, awaited_later, replaced, debugged):
    print('--', part.__name__)
    asyncio.run(part())
print('-- debugged')
asyncio.run(debugged(), debug=True)
never_awaited()
deep()
