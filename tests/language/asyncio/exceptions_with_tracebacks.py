# The traceback of an exception awaited twice does not grow.
import asyncio


def depth(error):
    count = 0
    trace = error.__traceback__
    while trace is not None:
        count += 1
        trace = trace.tb_next
    return count


async def fail():
    raise ValueError


async def main():
    task = asyncio.create_task(fail())
    depths = []
    for _ in range(3):
        try:
            await task
        except ValueError as error:
            depths.append(depth(error))
    print(depths[1] == depths[2])
    print(repr(task.exception()), isinstance(asyncio.CancelledError(), Exception),
          issubclass(asyncio.CancelledError, BaseException))
    print(asyncio.IncompleteReadError(b'ab', 5), asyncio.IncompleteReadError(b'', None))
    print(asyncio.LimitOverrunError('text', 3).consumed)


asyncio.run(main())
