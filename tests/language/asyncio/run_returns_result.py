# asyncio.run gives the coroutine's result, raises its exception, and closes the loop.
import asyncio


async def answer(value):
    await asyncio.sleep(0)
    return value


async def fail():
    raise ValueError('no')


print(asyncio.run(answer(42)))
try:
    asyncio.run(fail())
except ValueError as error:
    print('raised', error)
loops = []


async def note():
    loops.append(asyncio.get_running_loop())
    print(loops[-1].is_running(), loops[-1].is_closed())


asyncio.run(note())
print(loops[0].is_running(), loops[0].is_closed())
for wrong in (3, answer, None):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(' at ')[0])


async def nested():
    coro = answer(1)
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()


asyncio.run(nested())
