# cancelling() counts requests to cancel, uncancel() takes one back.
import asyncio


async def work():
    task = asyncio.current_task()
    for _ in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('caught', task.cancelling())
    print(task.uncancel(), task.cancelling())
    print(task.uncancel(), task.uncancel())
    return 'done'


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancelling())
    task.cancel()
    print(task.cancelling(), str(task).split(' name')[0])
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelling(), task.cancelled())


asyncio.run(main())
