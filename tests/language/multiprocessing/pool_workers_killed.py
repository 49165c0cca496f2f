# Workers of a pool that end when they should not: their call fails, everything else goes on.
# weft only
# real time
# heavy
import multiprocessing
import os
import signal
import sys
import time


def end(how):
    if how == 'exit':
        sys.exit(3)
    if how == '_exit':
        os._exit(0)
    os.kill(os.getpid(), getattr(signal, how))


def outcome(call):
    try:
        return call.get(60)
    except multiprocessing.ProcessError as error:
        return f'{type(error).__name__}: {error}'


with multiprocessing.Pool(2) as pool:
    for how in ('SIGKILL', 'SIGTERM', 'exit', '_exit'):
        calls = [pool.apply_async(abs, (-1,)), pool.apply_async(end, (how,)),
                 pool.apply_async(abs, (-2,))]
        print([outcome(call) for call in calls])
    try:
        pool.map(end, ['SIGKILL', 'SIGKILL', 'SIGKILL'], 1)
    except multiprocessing.ProcessError as error:
        print('map:', error)
    errors = []
    pool.apply_async(end, ('exit',), error_callback=errors.append).wait(60)
    print('callback:', errors)

    # One that waits for calls is killed: the others still get theirs.
    for _ in range(3):
        os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
        print(pool.map(abs, range(5), 1))

# Ended while results are written that no pipe has room for, one of the writers dead.
pool = multiprocessing.Pool(2)
results = pool.map_async(bytes, [1000000] * 20, 1)
time.sleep(0.05)
os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
pool.terminate()
pool.join()
print('terminated')

# A reader of a queue is killed while it waits: another gets what comes.
queue = multiprocessing.Queue()
readers = [multiprocessing.Process(target=queue.get) for _ in range(2)]
for reader in readers:
    reader.start()
time.sleep(0.2)
readers[0].kill()
readers[0].join()
queue.put('for the other')
readers[1].join(60)
print([reader.exitcode for reader in readers])

# Workers of a process that is killed end by themselves.
reader, writer = multiprocessing.Pipe(False)


def with_pool():
    reader.close()
    held = multiprocessing.Pool(2)
    held.apply(abs, (1,))
    os.kill(os.getpid(), signal.SIGKILL)


process = multiprocessing.Process(target=with_pool)
process.start()
writer.close()
process.join()
# All have the other end.
print(process.exitcode, reader.poll(60))
