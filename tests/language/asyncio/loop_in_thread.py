# A loop in a thread of its own.
import asyncio
import threading


async def value():
    await asyncio.sleep(0.001)
    return 'value'


def thread():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(str(error).replace(threading.current_thread().name, 'NAME'))
    print(asyncio.run(value()))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop, loop.run_until_complete(value()))
    loop.close()


worker = threading.Thread(target=thread)
worker.start()
worker.join()
loop = asyncio.new_event_loop()
runner = threading.Thread(target=loop.run_forever)
runner.start()
print(asyncio.run_coroutine_threadsafe(value(), loop).result())
loop.call_soon_threadsafe(loop.stop)
runner.join()
print(loop.is_running())
loop.close()
