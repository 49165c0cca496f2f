# Tasks take turns at each await that waits, in the order they were made.
import asyncio


async def steps(name, count):
    for step in range(count):
        print(name, step)
        await asyncio.sleep(0)
    print(name, 'done')
    return name


async def inner(name):
    print(name, 'inner without waiting')
    return name


async def main():
    a = asyncio.create_task(steps('a', 3))
    b = asyncio.create_task(steps('b', 1))
    print('made')
    print(await inner('main'))
    await b
    print('b awaited')
    c = asyncio.create_task(steps('c', 2))
    print(await a, await c)


asyncio.run(main())
