# connect_read_pipe and connect_write_pipe.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    read_end, write_end = os.pipe()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader),
                                 os.fdopen(read_end, 'rb'))
    transport, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(write_end, 'wb'))
    transport.write(b'one\ntwo\n')
    print(await reader.readline(), await reader.readline())
    big = bytes(1000000)
    transport.write(big)
    transport.write_eof()
    print(await reader.readexactly(len(big)) == big, await reader.read(), transport.is_closing())


asyncio.run(main())
