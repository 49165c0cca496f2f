# the end of the program tells of failures nobody looked at and of tasks that still wait
import asyncio


async def wait():
    await asyncio.sleep(10)


async def fail():
    raise ValueError("nobody looks")


async def main():
    global waiting
    waiting = asyncio.create_task(wait(), name="waiting")
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
failed = loop.create_task(fail(), name="failed")
loop.run_until_complete(asyncio.sleep(0))
future = loop.create_future()
future.set_exception(KeyError("nobody looks"))
loop.run_until_complete(main())
print("end")
