# ensure_future takes futures, coroutines and awaitables.
import asyncio


class Awaitable:
    def __await__(self):
        yield
        return 'awaitable'


async def value():
    return 'coroutine'


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(asyncio.ensure_future(future) is future)
    task = asyncio.ensure_future(value())
    print(type(task) is asyncio.Task, await task)
    print(await asyncio.ensure_future(Awaitable()))
    for wrong in (3, value, [value]):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(future, loop=other)
    except ValueError as error:
        print(error)
    other.close()


asyncio.run(main())
