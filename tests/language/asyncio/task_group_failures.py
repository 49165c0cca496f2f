# The first failure in a TaskGroup cancels the others; all errors come as a group.
import asyncio


async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def fail(error, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def fails_when_cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise KeyError('on the way out')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper('a'))
            group.create_task(fail(ValueError('v'), 2))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print('block cancelled')
                raise
    except* ValueError as caught:
        print(repr(caught), caught.exceptions)
    print(asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled())
            await asyncio.sleep(0)
            raise TypeError('body')
    except BaseExceptionGroup as caught:
        print(caught.message, caught.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError(1), 0))
            group.create_task(fail(ValueError(2), 0))
    except ExceptionGroup as caught:
        print(caught.exceptions)
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(sleeper('inner'))
                outer.create_task(fail(OSError('outer'), 1))
    except* OSError as caught:
        print(caught.exceptions)


asyncio.run(main())
