# get_stack and print_stack.
import asyncio
import sys


async def inner():
    await asyncio.sleep(10)


async def outer():
    await inner()


async def fail():
    raise ValueError('failed')


async def main():
    task = asyncio.create_task(outer())
    print([frame.f_code.co_name for frame in task.get_stack()])
    await asyncio.sleep(0)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()])
    task.cancel()
    await asyncio.wait([task])
    print(task.get_stack())
    failing = asyncio.create_task(fail())
    await asyncio.wait([failing])
    print([frame.f_code.co_name for frame in failing.get_stack(limit=1)])
    failing.print_stack(file=sys.stdout)
    failing.exception()


asyncio.run(main())
