# The loop's calls on sockets: receive, send, accept, connect.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    receiving = asyncio.create_task(loop.sock_recv(a, 100))
    await asyncio.sleep(0)
    print(receiving.done())
    await loop.sock_sendall(b, b'hello')
    print(await receiving)
    room = bytearray(10)
    await loop.sock_sendall(b, b'into')
    print(await loop.sock_recv_into(a, room), room)
    big = bytes(3000000)

    async def count():
        total = 0
        while total < len(big):
            total += len(await loop.sock_recv(a, 100000))
        return total

    counting = asyncio.create_task(count())
    await loop.sock_sendall(b, big)
    print(await counting == len(big))
    receiving = asyncio.create_task(loop.sock_recv(a, 100))
    await asyncio.sleep(0)
    receiving.cancel()
    try:
        await receiving
    except asyncio.CancelledError:
        print('cancelled')
    await loop.sock_sendall(b, b'later')
    print(await loop.sock_recv(a, 100))
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen()
    listener.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    accepted, address = await accepting
    print(address == client.getsockname(), accepted.gettimeout())
    address = listener.getsockname()
    listener.close()
    refused = socket.socket()
    refused.setblocking(False)
    try:
        await loop.sock_connect(refused, address)
    except ConnectionRefusedError as error:
        print(error.errno, 'Connect call failed' in str(error))
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.bind(('127.0.0.1', 0))
    one.setblocking(False)
    print(await loop.sock_sendto(one, b'self', one.getsockname()))
    data, sender = await loop.sock_recvfrom(one, 100)
    print(data, sender == one.getsockname())


asyncio.run(main())
