# the dump tells what the tasks of an event loop wait for
# weft only
import asyncio
import sys
import weft


async def child(future):
    await future


async def main():
    asyncio.current_task().set_name("main task")
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child(future), name="child")
    other = asyncio.create_task(asyncio.sleep(0), name="fresh")
    await asyncio.sleep(0)
    waiter = asyncio.create_task(child(task), name="waiter")
    await asyncio.sleep(0)
    weft.dump_tasks(sys.stdout)
    future.set_result(None)
    await waiter


asyncio.run(main())
