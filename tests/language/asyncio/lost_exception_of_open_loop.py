# A lost exception is reported although the loop never waits and is not closed.
import asyncio
import gc


def handler(loop, context):
    print(context['message'], repr(context['exception']))


async def fail():
    raise ValueError('lost')


async def lose():
    asyncio.get_running_loop().create_task(fail())
    await asyncio.sleep(0)


async def main():
    await lose()
    await asyncio.sleep(0)
    return 'main'


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
print('result', loop.run_until_complete(main()))
gc.collect()
print('end')
