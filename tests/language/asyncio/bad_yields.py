# What a coroutine may not yield to the loop.
import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def wait(awaitable):
    return await awaitable


async def await_self():
    await tasks[0]


async def main():
    loop = asyncio.get_running_loop()
    for value in (3, 'text', (i for i in ()), loop.create_future()):
        try:
            await asyncio.create_task(wait(Yields(value)))
        except RuntimeError as error:
            print(str(error).split(' in task')[0].split(' for generator')[0])
    print(await asyncio.create_task(wait(Yields(None))))
    tasks.append(asyncio.create_task(await_self()))
    try:
        await tasks[0]
    except RuntimeError as error:
        print(str(error).split(':')[0])
    coro = wait(asyncio.sleep(0))
    await coro
    try:
        await asyncio.create_task(coro)
    except RuntimeError as error:
        print(error)


tasks = []
asyncio.run(main())
