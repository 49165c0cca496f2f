# start_tls() encrypts a connection that exists; protocols with and without buffers; Unix sockets.
# args: {tmp}
import asyncio
import os
import ssl
import sys

CERTIFICATE = '../ssl/_certificate.pem'
server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(CERTIFICATE)
context = ssl.create_default_context(cafile=CERTIFICATE)


async def upgrade(reader, writer):
    line = await reader.readline()
    writer.write(b'go on\n')
    try:
        await writer.start_tls(server_context)
    except OSError:
        return writer.close()
    writer.write(line.upper())
    writer.write(await reader.readline())
    writer.close()


class Recorder(asyncio.Protocol):
    def __init__(self):
        self.calls = []
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.calls.append('made')
        self.transport = transport

    def data_received(self, data):
        self.calls.append(data)

    def eof_received(self):
        self.calls.append('eof')

    def connection_lost(self, exc):
        self.calls.append('lost')
        self.ended.set_result(exc)


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.room = bytearray(7)
        self.received = b''
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def get_buffer(self, sizehint):
        return memoryview(self.room)

    def buffer_updated(self, nbytes):
        self.received += self.room[:nbytes]

    def connection_lost(self, exc):
        self.ended.set_result(exc)


class Sender(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b'0123456789' * 3)
        transport.close()


async def main():
    loop = asyncio.get_running_loop()
    async with await asyncio.start_server(upgrade, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        writer.write(b'plain\n')
        print(await reader.readline(), writer.get_extra_info('sslcontext'))
        await writer.start_tls(context, server_hostname='localhost')
        print(writer.get_extra_info('sslcontext') is context, type(writer.transport).__name__)
        print(await reader.readline())
        writer.write(b'secret\n')
        print(await reader.readline(), await reader.read())
        writer.close()
        await writer.wait_closed()

        # With a protocol; a name that is not the certificate's.
        transport, protocol = await loop.create_connection(
            Recorder, *server.sockets[0].getsockname()[:2])
        transport.write(b'plain\n')
        while len(protocol.calls) < 2:
            await asyncio.sleep(0.01)
        try:
            await loop.start_tls(transport, protocol, context, server_hostname='wrong.example')
        except ssl.SSLCertVerificationError as error:
            print(error.verify_message)
        for bad in ((transport, protocol, None), (None, protocol, context)):
            try:
                await loop.start_tls(*bad)
            except TypeError as error:
                print(str(error)[:60])
    server = await loop.create_server(Sender, '127.0.0.1', 0, ssl=server_context)
    address = server.sockets[0].getsockname()
    transport, protocol = await loop.create_connection(Recorder, *address, ssl=context,
                                                       server_hostname='localhost')
    print(await protocol.ended, protocol.calls, protocol.transport is transport)
    transport, protocol = await loop.create_connection(Buffered, *address, ssl=context,
                                                       server_hostname='localhost')
    print(await protocol.ended, protocol.received, transport.is_closing())

    # What is not read yet waits, and is not lost.
    transport, protocol = await loop.create_connection(Recorder, *address, ssl=context,
                                                       server_hostname='localhost')
    transport.pause_reading()
    print(transport.is_reading(), transport.get_protocol() is protocol)
    await asyncio.sleep(0.05)
    seen = protocol.calls[1:]
    transport.resume_reading()
    print(await protocol.ended, (seen or protocol.calls[1:])[:1])
    transport, protocol = await loop.create_connection(Recorder, *address, ssl=context,
                                                       server_hostname='localhost')
    transport.abort()
    print(await protocol.ended, transport.is_closing())
    server.close()

    path = os.path.join(sys.argv[1], 'server')

    async def echo(reader, writer):
        writer.write(await reader.readline())
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_unix_server(echo, path, ssl=server_context):
        reader, writer = await asyncio.open_unix_connection(path, ssl=context,
                                                            server_hostname='localhost')
        writer.write(b'over a path\n')
        print(await reader.read())
        writer.close()
        try:
            await asyncio.open_unix_connection(path, ssl=context)
        except ValueError as error:
            print(error)


asyncio.run(main())
