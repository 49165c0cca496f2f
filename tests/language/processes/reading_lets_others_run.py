# Who reads a pipe through a file lets the other tasks of the thread run, whichever method it waits in.
# weft only
import os
import subprocess

log = []


def read(name, function):
    log.append((name, function()))


def write(fd, *pieces):
    for piece in pieces:
        yield_to_others()
        os.write(fd, piece)
    os.close(fd)


def yield_to_others():
    import time
    time.sleep(0.001)


def both(name, mode, function, *pieces, buffering=-1):
    reader, writer = os.pipe()
    with open(reader, mode, buffering) as file:
        reading = spawn(read, name, lambda: function(file))
        writing = spawn(write, writer, *pieces)
        joinall([reading, writing])
    print(log.pop())


both('read', 'rb', lambda file: file.read(), b'one', b'two', b'three')
both('read 4', 'rb', lambda file: (file.read(4), file.read(4)), b'on', b'et', b'wot')
both('read text', 'r', lambda file: file.read(5), b'\xc3', b'\xa9abcdef')
both('raw', 'rb', lambda file: (file.read(100), file.read(100)), b'one', b'two', buffering=0)
both('readline', 'r', lambda file: (file.readline(), file.readline()), b'on', b'e\ntw', b'o')
both('lines', 'r', lambda file: [line for line in file], b'on', b'e\ntw', b'o\n', b'three')
both('readlines', 'rb', lambda file: file.readlines(), b'on', b'e\ntw', b'o\n', b'three')
both('readlines 3', 'rb', lambda file: file.readlines(3), b'on', b'e\ntw', b'o\n', b'three')
both('readinto', 'rb', lambda file: (lambda room: (file.readinto(room), bytes(room)))(bytearray(4)),
     b'on', b'etwo')
both('read1', 'rb', lambda file: (file.read1(), file.read1(2), file.read1()), b'one', b'two')
both('peek', 'rb', lambda file: (file.peek(1), file.read(2)), b'one')
both('sorted', 'r', lambda file: sorted([2, 1], key=lambda _: file.readline()), b'b\n', b'a\n')
both('next', 'r', lambda file: (next(file), next(file, 'none')), b'a\n')

# Whoever waits is told when the file is closed.
reader, writer = os.pipe()
file = open(reader, 'rb')


def wait():
    try:
        file.read(1)
    except OSError as error:
        print(type(error).__name__, error.errno)


waiting = spawn(wait)
yield_to_others()
file.close()
waiting.join()
os.close(writer)

# Children and their output.
child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def feed():
    for turn in range(5):
        yield_to_others()
    child.stdin.write('line\nlast\n')
    child.stdin.close()


def lines():
    print([line for line in child.stdout], child.wait())


joinall([spawn(lines), spawn(feed)])
