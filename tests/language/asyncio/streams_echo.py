# start_server and open_connection: an echo over several connections.
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def talk(port, number):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    answers = []
    for round in range(3):
        writer.write(b'client %d round %d\n' % (number, round))
        answers.append(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), server.get_loop() is asyncio.get_running_loop(), len(server.sockets))
    for answers in await asyncio.gather(*[talk(port, number) for number in range(5)]):
        print(answers)
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as error:
        print(error.errno)


asyncio.run(main())
