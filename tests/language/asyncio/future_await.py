# Awaiting futures: waits, gives the result, raises; futures belong to one loop.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 'soon')
    print(await future)
    print(await future)
    failing = loop.create_future()
    loop.call_later(0.001, failing.set_exception, ValueError('late'))
    for _ in range(2):
        try:
            await failing
        except ValueError as error:
            print('raised', error)
    waiting = loop.create_future()
    tasks = [asyncio.create_task(wait(waiting, name)) for name in 'abc']
    await asyncio.sleep(0)
    waiting.set_result('all')
    for task in tasks:
        await task
    foreign = asyncio.new_event_loop()
    try:
        await asyncio.create_task(wait(foreign.create_future(), 'x'))
    except RuntimeError as error:
        print('attached to a different loop' in str(error))
    foreign.close()


async def wait(future, name):
    result = await future
    print(name, result)


asyncio.run(main())
