# async for and async with over things that wait.
import asyncio


class Ticker:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(0)
        return self.count


class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print('enter')
        return self

    async def __aexit__(self, *exc):
        await asyncio.sleep(0)
        print('exit', exc[0] and exc[0].__name__)
        return exc[0] is KeyError


async def consume(name):
    async for tick in Ticker(3):
        print(name, tick)


async def main():
    await asyncio.gather(consume('a'), consume('b'))
    async with Resource():
        print('inside')
    async with Resource():
        raise KeyError
    print([tick async for tick in Ticker(4) if tick % 2])
    task = asyncio.create_task(held())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


async def held():
    async with Resource():
        await asyncio.sleep(10)


asyncio.run(main())
