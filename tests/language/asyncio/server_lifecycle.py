# serve_forever, cancelling it, servers of given sockets, bad arguments.
import asyncio
import socket


async def serve(reader, writer):
    writer.write(b'hi')
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    sock = socket.socket()
    sock.bind(('127.0.0.1', 0))
    server = await asyncio.start_server(serve, sock=sock)
    print(server.sockets[0].getsockname() == sock.getsockname())
    forever = asyncio.create_task(server.serve_forever())
    reader, writer = await asyncio.open_connection(*sock.getsockname())
    print(await reader.read())
    writer.close()
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print('already being awaited' in str(error))
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print('cancelled', server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print('is closed' in str(error))
    for bad in ({}, {'host': 'x', 'port': 1, 'sock': sock}):
        try:
            await loop.create_server(asyncio.Protocol, **bad)
        except ValueError as error:
            print(error)
        try:
            await loop.create_connection(asyncio.Protocol, **bad)
        except ValueError as error:
            print(error)
    try:
        await loop.create_server(asyncio.Protocol, '127.0.0.1', 0, ssl=True)
    except TypeError as error:
        print(error)
    busy = socket.create_server(('127.0.0.1', 0))
    try:
        await asyncio.start_server(serve, *busy.getsockname(), reuse_address=False)
    except OSError as error:
        print(error.errno, 'error while attempting to bind on address' in str(error))
    print(await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))


asyncio.run(main())
