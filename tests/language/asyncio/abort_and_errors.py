# What data_received raises ends the connection; abort() closes at once.
import asyncio


class Broken(asyncio.Protocol):
    lost = 0

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        1 / 0

    def connection_lost(self, error):
        print('broken: lost', repr(error))
        lost.put_nowait(error)


class Watching(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_lost(self, error):
        self.done.set_result(type(error).__name__)


lost = asyncio.Queue()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        context['message'], repr(context['exception']), sorted(context)))
    server = await loop.create_server(Broken, '127.0.0.1', 0)
    done = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Watching(done),
                                                *server.sockets[0].getsockname())
    transport.write(b'x')
    await lost.get()
    print(await done)
    done = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Watching(done),
                                                *server.sockets[0].getsockname())
    transport.abort()
    print(transport.is_closing(), await done)
    await lost.get()
    server.close()
    await server.wait_closed()


asyncio.run(main())
