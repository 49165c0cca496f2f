# Cancelling who waits in a TaskGroup cancels its tasks.
import asyncio


async def sleeper(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, 'ends')


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper('a'))
            print('waits')
    except asyncio.CancelledError as error:
        print('parent cancelled', error.args)
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel('bye')
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled())
    try:
        async with asyncio.timeout(0.003):
            async with asyncio.TaskGroup() as group:
                group.create_task(sleeper('c'))
    except TimeoutError:
        print('timeout')

    async def exits():
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper('d'))
            await asyncio.sleep(0)
            raise SystemExit(3)

    try:
        await exits()
    except SystemExit as error:
        print('exit', error.code)


asyncio.run(main())
