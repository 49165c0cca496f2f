# cancel() raises CancelledError at the task's await, with the message given.
import asyncio


async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, 'cancelled', error.args)
        raise


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('refuses')
    await asyncio.sleep(0)
    return 'lives'


async def never_starts():
    print('never printed')


async def main():
    task = asyncio.create_task(sleeper('plain'))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print('awaited', error.args)
    print(task.cancelled(), task.done(), task.cancel())
    task = asyncio.create_task(sleeper('message'))
    await asyncio.sleep(0)
    task.cancel(msg='enough')
    try:
        await task
    except asyncio.CancelledError as error:
        print('awaited', error.args)
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())
    task = asyncio.create_task(never_starts())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('was not started')
    outer = asyncio.create_task(wrap(asyncio.create_task(sleeper('inner'))))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel('through')
    try:
        await outer
    except asyncio.CancelledError as error:
        print('outer', error.args)


async def wrap(task):
    try:
        await task
    finally:
        print('wrapped', task.cancelled())


asyncio.run(main())
