# Functions run in threads; their results and exceptions come back.
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def work(number):
    if number < 0:
        raise ValueError(number)
    return number * 2, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 4))
    try:
        await loop.run_in_executor(None, work, -1)
    except ValueError as error:
        print('raised', error)
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, work, n) for n in range(5)]))
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix='mine'))
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    try:
        loop.set_default_executor(3)
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, work, 1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
