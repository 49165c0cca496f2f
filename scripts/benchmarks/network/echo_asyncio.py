"""Echo over TCP by a protocol of asyncio; with uvloop where that is installed and asked for."""
import asyncio
import sys


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if 'uvloop' in sys.argv:
    import uvloop
    uvloop.install()
asyncio.run(main())
