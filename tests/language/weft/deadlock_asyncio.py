# tasks of an event loop that wait for one another: the report tells of each
# weft only
import asyncio
import weft


async def child(future):
    await future


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child(future), name="child")
    await asyncio.gather(task)


try:
    asyncio.run(main())
except weft.DeadlockError as error:
    print(error)
