# Encrypted streams: open_connection() and start_server() with ssl=, what they tell, large data both ways.
import asyncio
import ssl

CERTIFICATE = '../ssl/_certificate.pem'
server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(CERTIFICATE)
server_context.set_alpn_protocols(['h2', 'http/1.1'])
context = ssl.create_default_context(cafile=CERTIFICATE)
context.set_alpn_protocols(['http/1.1'])


async def echo(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(echo, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=context,
                                                   server_hostname='localhost')
    print(type(writer.transport).__name__, writer.can_write_eof(), writer.is_closing())
    info = writer.get_extra_info
    print(info('sslcontext') is context, info('cipher')[1], info('compression'),
          info('peercert')['subject'])
    print(info('peername') == ('127.0.0.1', port), info('socket') is not None,
          info('nothing', 'default'))
    tls = info('ssl_object')
    print(type(tls).__name__, tls.version(), tls.selected_alpn_protocol(), tls.server_hostname,
          tls.server_side)
    print(writer.transport.get_write_buffer_limits(), writer.transport.get_write_buffer_size())
    writer.write(b'hello')
    print(await reader.readexactly(5))
    writer.writelines([b'one\n', b'two\n'])
    print(await reader.readline(), await reader.readline())
    data = bytes(range(256)) * 8000
    sender = asyncio.create_task(send(writer, data))
    print(await reader.readexactly(len(data)) == data, await sender)
    try:
        writer.write_eof()
    except NotImplementedError as error:
        print(repr(error))
    try:
        writer.write('text')
    except TypeError as error:
        print(error)
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    print(await reader.read())

    # Many at once.
    async def one(number):
        reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=context,
                                                       server_hostname='localhost')
        writer.write(b'%d\n' % number)
        line = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return int(line)

    print(await asyncio.gather(*map(one, range(20))))

    # Refused certificates.
    for host, trusting in (('wrong.example', context), ('localhost', ssl.create_default_context())):
        try:
            await asyncio.open_connection('127.0.0.1', port, ssl=trusting, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            print(type(error).__name__, error.verify_code, error.verify_message)
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=True, server_hostname='localhost')
    except ssl.SSLCertVerificationError as error:
        print(error.reason)
    server.close()
    await server.wait_closed()

    # A peer that does not encrypt, one that goes away, one that says nothing.
    async def talk_plainly(reader, writer):
        await reader.read(10)
        writer.write(b'HTTP/1.1 400 no\r\n\r\n')
        writer.close()

    async def go_away(reader, writer):
        await reader.read(65536)
        writer.close()

    async def say_nothing(reader, writer):
        try:
            await reader.read()
        except ConnectionError:
            pass
        writer.close()

    for handler in (talk_plainly, go_away, say_nothing):
        async with await asyncio.start_server(handler, '127.0.0.1', 0) as server:
            port = server.sockets[0].getsockname()[1]
            try:
                await asyncio.open_connection('127.0.0.1', port, ssl=context, server_hostname='x',
                                              ssl_handshake_timeout=0.05 if handler is say_nothing
                                              else None)
            except OSError as error:
                print(handler.__name__, type(error).__name__)
                if handler is say_nothing:
                    print(error)

    # A client that does not encrypt, at a server that does: nothing is told to the program.
    async with await asyncio.start_server(echo, '127.0.0.1', 0, ssl=server_context) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        writer.write(b'GET / HTTP/1.0\r\n\r\n')
        try:
            print(len(await reader.read()) < 20)
        except ConnectionResetError:
            print(True)
        writer.close()

    # Arguments.
    for options in ({'server_hostname': 'x'}, {'ssl_handshake_timeout': 1},
                    {'ssl_shutdown_timeout': 1}):
        try:
            await asyncio.open_connection('127.0.0.1', 1, **options)
        except ValueError as error:
            print(error)
    for options in ({'ssl': True}, {'ssl': False}, {'ssl_handshake_timeout': 1}):
        try:
            await asyncio.start_server(echo, '127.0.0.1', 0, **options)
        except (TypeError, ValueError) as error:
            print(error)


async def send(writer, data):
    for begin in range(0, len(data), 100000):
        writer.write(data[begin:begin + 100000])
        await writer.drain()
    return 'sent'


asyncio.run(main())
