# Without descriptors: OSError each, no child begins, and what nobody holds any more makes room.
# no sanitizer: runs out of descriptors, and its checks need some
# heavy
import multiprocessing
import os
import resource
import socket
import threading


def held():
    all_held = []
    try:
        while True:
            all_held.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        print(type(error).__name__, error.errno, error.strerror)
    return all_held


def attempt(name, function):
    try:
        print(name, function())
    except OSError as error:
        print(name, type(error).__name__, error.errno)


def touch():
    with open(marker, 'w'):
        pass


def pooled():
    with multiprocessing.Pool(2) as pool:
        return pool.map(abs, [-1, 2])


def started():
    process = multiprocessing.Process(target=touch)
    process.start()
    process.join()
    return process.exitcode


marker = f'/tmp/weft-descriptor-limit-{os.getpid()}'
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (48, hard))

# Each is dropped, not closed.
print(sum(1 for _ in range(200) if open(os.devnull)))
print(sum(1 for _ in range(200) if socket.socket()))
for make in (os.pipe, lambda: (os.dup(0),), lambda: (os.open(os.devnull, os.O_RDONLY),),
             lambda: (os.pidfd_open(os.getpid()),)):
    for _ in range(50):
        dropped = [socket.socket() for _ in range(10)]
        dropped = None
        for each in make():
            os.close(each)
print('room was made')

taken = held()
attempt('Process', started)
attempt('Pool', pooled)
attempt('pipe', os.pipe)
attempt('socket', socket.socket)
attempt('pair', socket.socketpair)
attempt('open', lambda: open(os.devnull))
happened = threading.Event()
thread = threading.Thread(target=happened.wait)
thread.start()
happened.set()
thread.join()
print(os.path.exists(marker), multiprocessing.active_children())
for each in taken:
    os.close(each)
attempt('Process', started)
attempt('Pool', pooled)
os.unlink(marker)
