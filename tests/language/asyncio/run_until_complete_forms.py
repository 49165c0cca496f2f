# run_until_complete takes futures, tasks and coroutines; a stopped loop says so.
import asyncio

loop = asyncio.new_event_loop()


async def value(number):
    return number


print(loop.run_until_complete(value(1)))
print(loop.run_until_complete(loop.create_task(value(2))))
future = loop.create_future()
loop.call_soon(future.set_result, 3)
print(loop.run_until_complete(future))
print(loop.run_until_complete(future))
never = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(never)
except RuntimeError as error:
    print(error)
for wrong in (5, value):
    try:
        loop.run_until_complete(wrong)
    except TypeError as error:
        print(error)


class Awaitable:
    def __await__(self):
        yield
        return 'awaited'


print(loop.run_until_complete(Awaitable()))
other = asyncio.new_event_loop()
try:
    other.run_until_complete(never)
except ValueError as error:
    print(error)
never.cancel()
try:
    loop.run_until_complete(never)
except asyncio.CancelledError as error:
    print(type(error).__name__)
other.close()
loop.close()
