# to_thread calls a function in a thread, in a copy of the context.
import asyncio
import contextvars
import threading

variable = contextvars.ContextVar('variable')


def work(a, *, b):
    seen = variable.get()
    variable.set('in thread')
    return a + b, seen, threading.current_thread() is threading.main_thread()


def fail():
    raise KeyError('in thread')


async def main():
    variable.set('main')
    print(await asyncio.to_thread(work, 1, b=2), variable.get())
    try:
        await asyncio.to_thread(fail)
    except KeyError as error:
        print(error)
    print(await asyncio.gather(asyncio.to_thread(work, 1, b=1), asyncio.to_thread(work, 2, b=2)))


asyncio.run(main())
