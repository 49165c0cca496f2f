# The async statement and expression forms compile and give the right kinds of objects.
async def coro():
    async with a as b, c: pass
    async for x in y: pass
    else: pass
    return [i async for i in x if await i], {k: v async for k, v in x}, await z
async def agen():
    yield 1
    await x
async def comp():
    return (i async for i in x)
c = coro(); print(type(c).__name__); c.close()
print(type(agen()).__name__)
class C:
    async def m(self): return 1
    @classmethod
    async def k(cls): return cls
c = C().m(); print(type(c).__name__, c.__qualname__); c.close()
async def nested():
    async with (A() as a, B() as b): pass
    return await (await f)
    lambda: (yield)
print(coro.__code__.co_flags & 0x80, agen.__code__.co_flags & 0x200, comp.__code__.co_name)
def sync_with_async_inside():
    async def inner(): pass
    return inner
c = sync_with_async_inside()(); print(c.__name__); c.close()
