# debug mode notes where coroutines are made
import asyncio
import sys


async def work():
    pass


async def main():
    print(sys.get_coroutine_origin_tracking_depth())
    coroutine = work()
    print(coroutine.cr_origin[0][1:])
    await coroutine
    asyncio.get_running_loop().set_debug(False)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())
    coroutine = work()
    print(coroutine.cr_origin)
    await coroutine


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
