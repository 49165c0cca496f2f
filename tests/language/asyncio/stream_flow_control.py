# A writer that is far ahead waits in drain() until the peer has read.
import asyncio

size = 4 * 1024 * 1024


async def main():
    received = 0
    go_on = asyncio.Event()
    done = asyncio.Event()

    async def slow(reader, writer):
        nonlocal received
        await go_on.wait()
        while data := await reader.read(65536):
            received += len(data)
        writer.close()
        done.set()

    server = await asyncio.start_server(slow, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    transport = writer.transport
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000, low=10)
    print(transport.get_write_buffer_limits())
    for bad in ({'high': 1, 'low': 2}, {'low': -1}):
        try:
            transport.set_write_buffer_limits(**bad)
        except ValueError as error:
            print(error)
    for _ in range(4):
        writer.write(bytes(size))
    drained = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print(transport.get_write_buffer_size() > 1000, drained.done())
    go_on.set()
    await drained
    print(transport.get_write_buffer_size() <= 10)
    print(writer.can_write_eof())
    writer.write_eof()
    try:
        writer.write(b'x')
    except RuntimeError as error:
        print(error)
    await done.wait()
    print(received == 4 * size, await reader.read())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    server.close()


asyncio.run(main())
