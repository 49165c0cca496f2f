# Tasks: names, state, result, what they show.
import asyncio


async def double(number):
    await asyncio.sleep(0)
    return number * 2


async def fail():
    raise KeyError('gone')


async def main():
    task = asyncio.create_task(double(4), name='doubling')
    print(task, task.done(), task.get_name())
    print(task.get_coro().__name__, task.get_loop() is asyncio.get_running_loop())
    await asyncio.sleep(0)
    print(task)
    print(await task, task)
    task.set_name(12)
    print(repr(task.get_name()))
    failing = asyncio.create_task(fail(), name='failing')
    await asyncio.wait([failing])
    print(failing, repr(failing.exception()))
    waiting = asyncio.create_task(asyncio.sleep(10), name='waiting')
    await asyncio.sleep(0)
    print(str(waiting).split(' wait_for=')[1])
    waiting.cancel()
    print(str(waiting).split(' coro=')[0])
    await asyncio.wait([waiting])
    print(str(waiting).split(' coro=')[0])
    for method, argument in (('set_result', 1), ('set_exception', ValueError())):
        try:
            getattr(task, method)(argument)
        except RuntimeError as error:
            print(error)
    for wrong in (3, double):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split(' at ')[0])
    print(isinstance(task, asyncio.Future), asyncio.isfuture(task))


asyncio.run(main())
coro = double(1)
try:
    asyncio.create_task(coro)
except RuntimeError as error:
    print(error)
coro.close()
