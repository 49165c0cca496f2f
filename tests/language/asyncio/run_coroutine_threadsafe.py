# Other threads hand coroutines to the loop and wait for their results.
import asyncio
import concurrent.futures
import threading


async def double(number):
    await asyncio.sleep(0.001)
    if number < 0:
        raise ValueError(number)
    return number * 2


def thread(loop, done):
    print(asyncio.run_coroutine_threadsafe(double(4), loop).result())
    try:
        asyncio.run_coroutine_threadsafe(double(-1), loop).result()
    except ValueError as error:
        print('raised', error)
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
    try:
        slow.result(timeout=0.01)
    except concurrent.futures.TimeoutError:
        print('timeout')
    print(slow.cancel(), slow.cancelled())
    try:
        asyncio.run_coroutine_threadsafe(3, loop)
    except TypeError as error:
        print(error)
    loop.call_soon_threadsafe(done.set)


async def main():
    done = asyncio.Event()
    worker = threading.Thread(target=thread, args=(asyncio.get_running_loop(), done))
    worker.start()
    await done.wait()
    worker.join()


asyncio.run(main())
