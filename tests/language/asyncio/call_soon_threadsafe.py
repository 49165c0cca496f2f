# Callbacks from other threads wake the loop.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    log = []

    def thread():
        loop.call_soon_threadsafe(log.append, 1)
        loop.call_soon_threadsafe(log.append, 2)
        handle = loop.call_soon_threadsafe(log.append, 'cancelled')
        handle.cancel()
        loop.call_soon_threadsafe(future.set_result, 'from thread')

    worker = threading.Thread(target=thread)
    worker.start()
    print(await future, log)
    worker.join()


asyncio.run(main())
