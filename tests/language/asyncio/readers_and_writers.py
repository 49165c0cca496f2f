# add_reader and add_writer call as long as the descriptor is ready.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    calls = []
    enough = asyncio.Event()

    def read(word):
        calls.append(word)
        if len(calls) == 3:
            print(loop.remove_reader(a), loop.remove_reader(a))
            enough.set()

    loop.add_reader(a, read, 'first')
    loop.add_reader(a.fileno(), read, 'second')
    b.send(b'x')
    await enough.wait()
    print(calls, a.recv(1))
    writable = loop.create_future()
    loop.add_writer(a, writable.set_result, 'writable')
    print(await writable)
    print(loop.remove_writer(a), loop.remove_writer(a))
    for bad in (-1, 'x'):
        try:
            loop.add_reader(bad, print)
        except (ValueError, AttributeError) as error:
            print(type(error).__name__)
    reader, writer = await asyncio.open_unix_connection(sock=b)
    try:
        loop.add_reader(b.fileno(), print)
    except RuntimeError as error:
        print('is used by transport' in str(error))
    writer.close()


asyncio.run(main())
