# A request to cancel that comes with the last step cancels the task; the result is lost.
import asyncio


async def cancels_itself():
    asyncio.current_task().cancel('self')
    return 'result'


async def cancels_itself_and_waits():
    asyncio.current_task().cancel('self')
    print('goes on until it waits')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print('there', error.args)
        return 'caught'


async def cancels_awaited():
    future = asyncio.get_running_loop().create_future()
    asyncio.current_task().cancel()
    try:
        await future
    finally:
        print(future.cancelled())


async def main():
    for function in (cancels_itself, cancels_itself_and_waits, cancels_awaited):
        task = asyncio.create_task(function())
        try:
            print(await task)
        except asyncio.CancelledError as error:
            print('cancelled', error.args, task.cancelled())


asyncio.run(main())
