# StreamReader: every way of reading, limits, the end, errors.
import asyncio


async def main():
    reader = asyncio.StreamReader(limit=10)
    print(reader)
    reader.feed_data(b'line one\nrest')
    print(await reader.readline(), await reader.read(2), await reader.readexactly(2))
    reader.feed_data(b'a,b,c')
    print(await reader.readuntil(b','), await reader.readuntil(b','))
    try:
        await reader.readuntil(b'')
    except ValueError as error:
        print(error)
    reader.feed_data(b'0123456789abcdef')
    for attempt in (reader.readuntil(b'\n'), reader.readline()):
        try:
            await attempt
        except (asyncio.LimitOverrunError, ValueError) as error:
            print(type(error).__name__, error, getattr(error, 'consumed', None))
    reader.feed_data(b'0123456789abcdef\nnext')
    try:
        await reader.readuntil(b'\n')
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    print(await reader.read(100))
    task = asyncio.create_task(reader.readexactly(5))
    await asyncio.sleep(0)
    try:
        await reader.read(1)
    except RuntimeError as error:
        print(error)
    reader.feed_data(b'abc')
    await asyncio.sleep(0)
    print(task.done(), reader.at_eof())
    reader.feed_eof()
    try:
        await task
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(await reader.read(), await reader.readline(), reader.at_eof(), reader)
    try:
        await reader.readuntil(b'x')
    except asyncio.IncompleteReadError as error:
        print(error, error.expected)
    try:
        await reader.readexactly(-1)
    except ValueError as error:
        print(error)
    broken = asyncio.StreamReader()
    broken.feed_data(b'some')
    broken.set_exception(OSError('gone'))
    print(repr(broken.exception()))
    for attempt in (broken.read(1), broken.readline(), broken.readexactly(1)):
        try:
            await attempt
        except OSError as error:
            print(error)
    lines = asyncio.StreamReader()
    lines.feed_data(b'1\n2\n3')
    lines.feed_eof()
    print([line async for line in lines])
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


asyncio.run(main())
