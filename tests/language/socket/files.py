# makefile(): text and bytes, lines, both directions; the socket stays open until its files are closed.
import socket

a, b = socket.socketpair()
writer = a.makefile('w', newline='\n')
reader = b.makefile('r')
print(writer.writable(), reader.readable(), reader.seekable())
writer.write('first line\nsecond \u00e9\n')
writer.flush()
print(repr(reader.readline()), repr(reader.readline()))
both = a.makefile('rwb')
both.write(b'bytes\nand more')
both.flush()
a.close()
print(a.fileno() >= 0)
writer.close()
both.close()
print(a.fileno())
print(reader.read(), repr(reader.read()))
reader.close()
try:
    reader.readline()
except ValueError as error:
    print(error)
b.close()
a, b = socket.socketpair()
raw = a.makefile('rb', 0)
print(type(raw).__name__, raw.mode, raw.name == a.fileno(), raw.readable(), raw.writable())
b.send(b'0123456789')
room = bytearray(4)
print(raw.readinto(room), room, raw.read(3))
a.settimeout(0.01)
print(raw.read(3))
for _ in range(2):
    try:
        raw.read(1)
    except OSError as error:
        print(repr(error))
b.close()
a.setblocking(False)
