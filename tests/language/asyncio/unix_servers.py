# args: {tmp}
# Servers and connections at Unix sockets.
import asyncio
import os
import sys

path = os.path.join(sys.argv[1], 'server')


async def serve(reader, writer):
    writer.write(await reader.read(100))
    writer.close()


async def main():
    server = await asyncio.start_unix_server(serve, path)
    print(server.sockets[0].getsockname() == path)
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b'over unix')
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    server = await asyncio.start_unix_server(serve, path, start_serving=False)
    print(server.is_serving())
    async with server:
        await server.start_serving()
        print(server.is_serving())
    print(server.is_serving())
    for bad in ({}, {'path': path, 'sock': 1}):
        try:
            await asyncio.open_unix_connection(**bad)
        except ValueError as error:
            print(error)
    try:
        await asyncio.open_unix_connection(path + 'x')
    except FileNotFoundError as error:
        print(error.errno)


asyncio.run(main())
