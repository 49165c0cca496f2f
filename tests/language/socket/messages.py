# sendmsg() and recvmsg() take several buffers and ancillary data; descriptors go over Unix sockets.
import os
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

a, b = socket.socketpair()
print(a.sendmsg([b'one ', bytearray(b'two '), memoryview(b'three')]))
print(b.recvmsg(100))
first, second = bytearray(4), bytearray(10)
a.sendmsg([b'abcdefgh'])
print(b.recvmsg_into([first, second]), first, second)
read_end, write_end = os.pipe()
a.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, write_end.to_bytes(4, 'little'))])
data, items, flags, address = b.recvmsg(10, socket.CMSG_SPACE(4))
print(data, [(level == socket.SOL_SOCKET, kind == socket.SCM_RIGHTS, len(content))
             for level, kind, content in items], address)
received = int.from_bytes(items[0][2], 'little')
os.write(received, b'through')
print(os.read(read_end, 100), received != write_end)
print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4))
show(a.sendmsg, [b'x'], [(1, 2)])
show(a.sendmsg, ['x'])
show(a.sendmsg, 5)
show(b.recvmsg, -1)
