# as_completed gives results as they come.
import asyncio


async def value(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    if number < 0:
        raise ValueError(number)
    return number


async def main():
    for coro in asyncio.as_completed([value(1, 5), value(2, 1), value(-3, 3)]):
        try:
            print(await coro)
        except ValueError as error:
            print('raised', error)
    tasks = [asyncio.create_task(value(4, 0)), asyncio.create_task(asyncio.sleep(10))]
    for coro in asyncio.as_completed(tasks, timeout=0.005):
        try:
            print(await coro)
        except TimeoutError as error:
            print('timeout', error.args)
    tasks[1].cancel()
    try:
        for coro in asyncio.as_completed(tasks[0]):
            pass
    except TypeError as error:
        print(error)
    print(list(asyncio.as_completed([])))


asyncio.run(main())
