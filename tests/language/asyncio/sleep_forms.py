# sleep gives its result, orders by time, and zero lets others run.
import asyncio


async def note(log, name, delay):
    log.append(await asyncio.sleep(delay, name))


async def main():
    print(await asyncio.sleep(0, 'zero'), await asyncio.sleep(0.001, result='some'),
          await asyncio.sleep(-1, 'negative'), await asyncio.sleep(0))
    log = []
    await asyncio.gather(note(log, 'c', 0.012), note(log, 'a', 0.002), note(log, 'z', 0),
                         note(log, 'b', 0.007))
    print(log)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await asyncio.sleep(0.01)
    print(0.009 < loop.time() - begun < 5)
    print(asyncio.iscoroutine(coro := asyncio.sleep(1)), asyncio.iscoroutinefunction(asyncio.sleep))
    coro.close()
    for wrong in ('1', None):
        try:
            await asyncio.sleep(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
