# loop.sendfile() and loop.sock_sendfile(): copied by the system, through a buffer, encrypted; refusals.
# heavy
import asyncio
import io
import os
import socket
import ssl
import tempfile

CERTIFICATE = '../ssl/_certificate.pem'
server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(CERTIFICATE)
context = ssl.create_default_context(cafile=CERTIFICATE)
CONTENT = bytes(range(256)) * 4096


async def attempt(awaitable):
    try:
        print(await awaitable)
    except (Exception, asyncio.CancelledError) as error:
        print(type(error).__name__, error)


async def over_sockets(file):
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)

    async def receive(size):
        got = b''
        while len(got) < size:
            got += await loop.sock_recv(theirs, 65536)
        return got

    async def compare(source, offset=0, count=None, **options):
        wanted = CONTENT[offset:] if count is None else CONTENT[offset:offset + count]
        got = asyncio.create_task(receive(len(wanted)))
        sent = await loop.sock_sendfile(ours, source, offset, count, **options)
        print(sent, await got == wanted, source.tell())

    await compare(file)
    await compare(file, 1000)
    await compare(file, 1000, 300000)
    await compare(file, 1000000, 10000000, fallback=False)
    await compare(io.BytesIO(CONTENT))
    await compare(io.BytesIO(CONTENT), 70000, 500000)
    await attempt(loop.sock_sendfile(ours, io.BytesIO(CONTENT), fallback=False))
    await attempt(loop.sock_sendfile(ours, io.StringIO('text')))
    for arguments in (('1',), (-1,), (0, 'x'), (0, 0), (0, -3)):
        await attempt(loop.sock_sendfile(ours, file, *arguments))
    with open(file.name, 'r') as text:
        await attempt(loop.sock_sendfile(ours, text))
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.setblocking(False)
    await attempt(loop.sock_sendfile(datagrams, file))
    datagrams.close()
    theirs.close()
    file.seek(0)
    await attempt(loop.sock_sendfile(ours, file))
    await attempt(loop.sock_sendfile(ours, file, fallback=False))
    ours.close()


class Collecting(asyncio.Protocol):
    def __init__(self, got):
        self.got = got
        self.data = bytearray()

    def data_received(self, data):
        self.data += data

    def eof_received(self):
        self.got.set_result(bytes(self.data))

    def connection_lost(self, error):
        if not self.got.done():
            self.got.set_result(bytes(self.data))


async def over_transports(file, tls):
    loop = asyncio.get_running_loop()
    got = loop.create_future()
    server = await loop.create_server(lambda: Collecting(got), '127.0.0.1', 0,
                                      ssl=server_context if tls else None)
    port = server.sockets[0].getsockname()[1]
    options = {'ssl': context, 'server_hostname': 'localhost'} if tls else {}
    transport, protocol = await loop.create_connection(asyncio.Protocol, '127.0.0.1', port, **options)
    file.seek(0)
    transport.write(b'before ' * 100000)
    print(await loop.sendfile(transport, file))
    transport.write(b'between')
    print(await loop.sendfile(transport, io.BytesIO(CONTENT), 100, 200000), transport.is_reading(),
          transport.get_protocol() is protocol)
    try:
        await loop.sendfile(transport, io.BytesIO(CONTENT), fallback=False)
    except RuntimeError as error:
        print(type(error).__name__, str(error)[:50])
    transport.write(b'after')
    transport.close()
    await attempt(loop.sendfile(transport, file))
    print(await got == b'before ' * 100000 + CONTENT + b'between' + CONTENT[100:200100] + b'after')
    server.close()
    await server.wait_closed()


async def unsupported(file):
    loop = asyncio.get_running_loop()
    incoming, outgoing = os.pipe()
    transport, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(outgoing, 'wb'))
    try:
        await loop.sendfile(transport, file)
    except RuntimeError as error:
        print(str(error)[:40])
    transport.close()
    os.close(incoming)


async def write_meanwhile(file):
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
    sending = asyncio.create_task(loop.sendfile(transport, file))
    await asyncio.sleep(0.01)
    try:
        transport.write(b'more')
    except RuntimeError as error:
        print(error)
    sending.cancel()
    await attempt(sending)
    transport.write(b'now it can')
    transport.abort()
    theirs.close()


async def main():
    with tempfile.NamedTemporaryFile() as file:
        file.write(CONTENT)
        file.flush()
        await over_sockets(file)
        await over_transports(file, False)
        await over_transports(file, True)
        await unsupported(file)
        file.write(CONTENT * 4)
        file.flush()
        await write_meanwhile(file)


asyncio.run(main())
