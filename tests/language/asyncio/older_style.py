# How programs were written before asyncio.run.
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


async def value(number):
    await asyncio.sleep(0.001)
    return number


async def main(future):
    tasks = [loop.create_task(value(1)), asyncio.ensure_future(value(2))]
    done, pending = await asyncio.wait(tasks)
    future.set_result(sorted(task.result() for task in done))


future = asyncio.Future()
asyncio.ensure_future(main(future))
print(loop.run_until_complete(future))
print(loop.run_until_complete(asyncio.gather(value(3), value(4))))


def stop_later(loop, log):
    log.append('tick')
    if len(log) < 3:
        loop.call_later(0.001, stop_later, loop, log)
    else:
        loop.stop()


log = []
loop.call_soon(stop_later, loop, log)
try:
    loop.run_forever()
finally:
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
print(log)
