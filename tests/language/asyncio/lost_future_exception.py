# A future's exception nobody asked for goes to the handler when the future is lost.
import asyncio
import gc


def handler(loop, context):
    print(context['message'], repr(context['exception']), sorted(context))


async def lose():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('lost'))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    await lose()
    await asyncio.sleep(0.001)
    gc.collect()
    await asyncio.sleep(0)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('looked at'))
    future.exception()
    del future
    gc.collect()
    print('end')


asyncio.run(main())
