# gather gives all results in the order of its arguments.
import asyncio


async def value(number, turns=0):
    for _ in range(turns):
        await asyncio.sleep(0)
    print('value', number)
    return number


async def main():
    print(await asyncio.gather(value(1, 3), value(2), value(3, 1)))
    print(await asyncio.gather())
    coro = value(4)
    task = asyncio.create_task(value(5))
    future = asyncio.get_running_loop().create_future()
    future.set_result('future')
    print(await asyncio.gather(coro, task, coro, future, task))
    print(await asyncio.gather(asyncio.gather(value(6), value(7)), value(8)))
    outer = asyncio.gather(value(9))
    print(outer.done(), await outer, outer.done())
    try:
        asyncio.gather(1, value)
    except TypeError as error:
        print(error)


asyncio.run(main())
