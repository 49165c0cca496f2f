# real time
# Handlers run while a system call waits: what they do may be what it waits for.
import os
import signal
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'pipe')
os.mkfifo(path)


def other_end(flags):
    others = []

    def handler(number, frame):
        if not others:
            others.append(os.open(path, flags | os.O_NONBLOCK))

    signal.signal(signal.SIGALRM, handler)
    # Again and again: the first may come before the call.
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    return others


def done(others):
    signal.setitimer(signal.ITIMER_REAL, 0)
    print('handled', len(others))
    os.close(others[0])


# A named pipe is opened when it has another end.
others = other_end(os.O_RDWR)
os.close(os.open(path, os.O_RDONLY))
done(others)
others = other_end(os.O_RDWR)
open(path, 'rb', buffering=0).close()
done(others)


# What the handler raises ends the call.
class Enough(Exception):
    pass


def refuse(number, frame):
    raise Enough(number)


signal.signal(signal.SIGALRM, refuse)
for function in (lambda: os.open(path, os.O_RDONLY), lambda: open(path)):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        function()
    except Enough as error:
        print('Enough', error)

# writev to a pipe that is full
ends = os.pipe()
os.set_blocking(ends[1], False)
try:
    while True:
        os.write(ends[1], bytes(4096))
except BlockingIOError:
    pass
os.set_blocking(ends[1], True)


def drain(number, frame):
    os.read(ends[0], 65536)


signal.signal(signal.SIGALRM, drain)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(os.writev(ends[1], [b'one', bytearray(b'two')]))
os.close(ends[0])
os.close(ends[1])

os.remove(path)
os.rmdir(folder)
