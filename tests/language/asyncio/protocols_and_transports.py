# Protocols are told in order: connection, data, end of data, loss of the connection.
import asyncio


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: made', transport.get_extra_info('peername')[0],
              transport.get_extra_info('nothing', 'default'))

    def data_received(self, data):
        print('server:', data)
        self.transport.write(data * 2)

    def eof_received(self):
        print('server: end')

    def connection_lost(self, error):
        print('server: lost', error)


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        print('client: made', transport.is_reading(), transport.is_closing())
        transport.write(b'hello')

    def data_received(self, data):
        print('client:', data)
        self.transport.pause_reading()
        print(self.transport.is_reading())
        self.transport.resume_reading()
        self.transport.write_eof()

    def eof_received(self):
        print('client: end')

    def connection_lost(self, error):
        print('client: lost', error)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, '127.0.0.1', 0)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done),
                                                       *server.sockets[0].getsockname())
    print(type(transport).__name__, type(protocol).__name__, transport.get_protocol() is protocol)
    await done
    print(transport.is_closing())
    for data in (b'late', 'text'):
        try:
            transport.write(data)
        except (TypeError, RuntimeError) as error:
            print(error)
    server.close()
    await server.wait_closed()


asyncio.run(main())
