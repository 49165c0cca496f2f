# Debug mode checks callbacks.
import asyncio

loop = asyncio.new_event_loop()
print(loop.get_debug())
loop.set_debug(True)
print(loop)


async def coroutine():
    pass


coro = coroutine()
for wrong in (coroutine, coro, 3):
    try:
        loop.call_soon(wrong)
    except TypeError as error:
        print(str(error).split(' at ')[0])
coro.close()
loop.set_debug(False)
print(loop.slow_callback_duration)
loop.close()
