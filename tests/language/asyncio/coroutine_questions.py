# iscoroutine, iscoroutinefunction, isfuture.
import asyncio


async def coroutine_function():
    pass


async def generator_function():
    yield


def plain():
    yield


class Class:
    async def method(self):
        pass

    @staticmethod
    async def static():
        pass

    @classmethod
    async def of_class(cls):
        pass


for thing in (coroutine_function, generator_function, plain, Class().method, Class.static,
              Class.of_class, Class, asyncio.sleep, asyncio.run, asyncio.gather, 3):
    print(asyncio.iscoroutinefunction(thing), asyncio.iscoroutine(thing))
coro = coroutine_function()
print(asyncio.iscoroutine(coro), asyncio.isfuture(coro), asyncio.iscoroutine(plain()))
coro.close()


class Like:
    _asyncio_future_blocking = False


print(asyncio.isfuture(Like()), asyncio.isfuture(Like), asyncio.isfuture(None))
