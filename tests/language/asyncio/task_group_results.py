# TaskGroup waits for its tasks at the end of the block.
import asyncio


async def value(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print('value', number)
    return number


async def main():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(value(1, 3), name='one')
        two = group.create_task(value(2, 1))
        print(group, one.get_name())
        await asyncio.sleep(0)
        print('end of block')
    print(one.result(), two.result(), group)
    coro = value(3, 0)
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(str(error).split('<')[0], str(error).split('>')[1])
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(str(error).split('>')[1])
    group = asyncio.TaskGroup()
    print(group)
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(error)
    coro.close()

    async def spawns(group, depth):
        if depth:
            group.create_task(spawns(group, depth - 1))
        print('depth', depth)

    async with asyncio.TaskGroup() as group:
        group.create_task(spawns(group, 3))


asyncio.run(main())
