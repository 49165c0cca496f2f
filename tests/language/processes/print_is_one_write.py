# A print writes its text at once, whatever the standard output is: the lines of processes keep their order
# weft only
# system threads
import os
import sys

reader, writer = os.pipe()
os.set_blocking(reader, False)
kept = os.dup(1)
os.dup2(writer, 1)
told = []


def arrived():
    try:
        told.append(os.read(reader, 65536))
    except BlockingIOError:
        told.append(None)


print('one', 1, sep='-')
arrived()
print('no line end', end='')
arrived()
sys.stdout.write('waits, ')
arrived()
print('goes with the print')
arrived()
print(end='')
arrived()
for turn in range(3):
    print('parent', turn)
    pid = os.fork()
    if pid == 0:
        print('child', turn)
        os._exit(0)
    os.waitpid(pid, 0)
arrived()
# More than the pipe takes at once: the write waits for the reader, other threads run.
import threading

os.set_blocking(reader, True)
parts = []


def read_all():
    while sum(map(len, parts)) < 300001:
        parts.append(os.read(reader, 65536))


thread = threading.Thread(target=read_all)
thread.start()
print('x' * 300000)
thread.join()
os.dup2(kept, 1)
for each in told:
    print(each)
print(len(b''.join(parts)), set(b''.join(parts)) == set(b'x\n'))

# Where nobody reads, the print says so.
os.dup2(writer, 1)
os.close(writer)
os.close(reader)
try:
    print('nobody reads')
except BrokenPipeError as error:
    os.dup2(kept, 1)
    print(repr(error))
