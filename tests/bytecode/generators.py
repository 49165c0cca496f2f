def generate(items):
    for item in items:
        received = yield item
    return (yield from received)

def comprehensions(items, k):
    a = [x * k for x in items if x]
    b = {x: y for x, y in items}
    c = {x for row in items for x in row}
    return sum(x for x in a), b, c

async def coroutine(source):
    async with source as s:
        async for item in s:
            await item
    return [x async for x in source if await x]

async def async_generator(source):
    yield 1
    await source
