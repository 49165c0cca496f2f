# create_datagram_endpoint: bound, connected, errors.
import asyncio


class Answering(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data[::-1], address)

    def connection_lost(self, error):
        print('lost', error)


class Asking(asyncio.DatagramProtocol):
    def __init__(self, answer):
        self.answer = answer

    def connection_made(self, transport):
        transport.sendto(b'abc')

    def datagram_received(self, data, address):
        self.answer.set_result((data, address))


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Answering, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    answer = loop.create_future()
    client, protocol = await loop.create_datagram_endpoint(lambda: Asking(answer),
                                                           remote_addr=address)
    data, sender = await answer
    print(data, sender == address, type(protocol).__name__, type(client).__name__)
    print(client.get_extra_info('peername') == address)
    for bad in (('127.0.0.1', 1),):
        try:
            client.sendto(b'x', bad)
        except ValueError as error:
            print('must be None or' in str(error))
    try:
        client.sendto('text')
    except TypeError as error:
        print(error)
    client.close()
    server.close()
    print(server.is_closing())
    await asyncio.sleep(0)
    try:
        await loop.create_datagram_endpoint(Answering)
    except ValueError as error:
        print(error)


asyncio.run(main())
