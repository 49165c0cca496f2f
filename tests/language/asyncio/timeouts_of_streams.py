# wait_for and timeout end a read; the connection can be used afterwards.
import asyncio


async def serve(reader, writer):
    await reader.readline()
    writer.write(b'late answer\n')
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        await asyncio.wait_for(reader.readline(), 0.01)
    except asyncio.TimeoutError:
        print('timed out')
    try:
        async with asyncio.timeout(0.01):
            await reader.readexactly(5)
    except TimeoutError:
        print('timed out')
    writer.write(b'ask\n')
    print(await asyncio.wait_for(reader.readline(), 10))
    writer.close()
    server.close()


asyncio.run(main())
