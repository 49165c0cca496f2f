# What a loop answers before, while and after it runs.
import asyncio

loop = asyncio.new_event_loop()
print(loop)


async def look():
    print(loop)
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    for run in (loop.run_forever, lambda: loop.run_until_complete(coro)):
        coro = asyncio.sleep(0)
        try:
            run()
        except RuntimeError as error:
            print(error)
        coro.close()
    other = asyncio.new_event_loop()
    try:
        other.run_forever()
    except RuntimeError as error:
        print(error)
    other.close()


loop.run_until_complete(look())
loop.close()
loop.close()
print(loop, loop.is_closed(), loop.is_running())
coro = asyncio.sleep(0)
for use in (loop.run_forever, lambda: loop.run_until_complete(coro),
            lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
            lambda: loop.call_at(1, print), lambda: loop.create_task(coro),
            lambda: loop.call_soon_threadsafe(print)):
    try:
        use()
    except RuntimeError as error:
        print(error)
coro.close()
