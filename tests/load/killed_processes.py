"""Processes killed at random: errors where they belong, nothing lost, no zombie, no hang.

    killed_processes.py [SECONDS [SEED]]

Runs under weft. Each round takes one way to run processes, kills some of them, mostly while they
work, and checks what comes of it. A round that hangs is told by a watchdog with its name.
"""

import gc
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 3
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
HANGS = 60
problems = []
chance = random.Random(SEED)
last_sign = [time.monotonic(), 'start']


def check(good, *what):
    if not good:
        problems.append(' '.join(map(str, what)))
        print('FAILED', *what, flush=True)


def kill(pid):
    try:
        os.kill(pid, chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM)))
    except ProcessLookupError:
        pass


def work(number, size):
    if number % 5 == 0:
        time.sleep(0.002)
    return number, bytes(size)


def calls_of_pool():
    """Each call has its result or ProcessError, and the pool goes on."""
    killed = 0
    with multiprocessing.Pool(3) as pool:
        size = chance.choice((0, 10, 5000, 300000))
        calls = [pool.apply_async(work, (number, size)) for number in range(60)]
        for _ in range(chance.randrange(1, 6)):
            time.sleep(chance.random() * 0.02)
            kill(chance.choice(multiprocessing.active_children()).pid)
            killed += 1
        lost = 0
        for number, call in enumerate(calls):
            try:
                got, data = call.get(HANGS)
                check(got == number and len(data) == size, 'pool: result of', number)
            except multiprocessing.TimeoutError:
                check(False, 'pool: a call never ends')
                break
            except multiprocessing.ProcessError:
                lost += 1
        check(lost <= killed, 'pool:', lost, 'calls lost by', killed, 'kills')
        check(pool.apply_async(work, (7, 3)).get(HANGS) == (7, bytes(3)), 'pool: goes on')
        if chance.random() < 0.5:
            pool.close()
            pool.join()


def ended_pool():
    """terminate() in the middle of long messages ends everything."""
    pool = multiprocessing.Pool(3)
    pool.map_async(bytes, [2000000] * 50, chunksize=1)
    results = pool.imap_unordered(bytes, [70000] * 200)
    for _ in range(chance.randrange(3)):
        next(results)
    time.sleep(chance.random() * 0.02)
    if chance.random() < 0.5:
        kill(chance.choice(multiprocessing.active_children()).pid)
    pool.terminate()
    pool.join()


def executor():
    """A killed worker breaks the executor: each call has its result or BrokenProcessPool."""
    size = chance.choice((0, 10, 300000))
    with ProcessPoolExecutor(3) as pool:
        calls = [pool.submit(work, number, size) for number in range(60)]
        time.sleep(chance.random() * 0.03)
        children = multiprocessing.active_children()
        if children:
            kill(chance.choice(children).pid)
        broken = False
        for number, call in enumerate(calls):
            try:
                check(call.result(HANGS) == (number, bytes(size)), 'executor: result of', number)
            except BrokenProcessPool:
                broken = True
        deadline = time.monotonic() + HANGS
        while children and not broken and time.monotonic() < deadline:
            try:
                pool.submit(work, 1, 1).result(HANGS)
            except BrokenProcessPool:
                broken = True
        check(broken or not children, 'executor: not broken')


def put_many(queue, first, size):
    for number in range(first, first + 40):
        queue.put((number, bytes(size)))


def queues():
    """What others put arrives, whole and once, whoever is killed at it."""
    queue = multiprocessing.Queue()
    size = chance.choice((0, 100, 20000, 200000))
    writers = [multiprocessing.Process(target=put_many, args=(queue, first * 100, size))
               for first in range(3)]
    readers = [multiprocessing.Process(target=queue.get) for _ in range(2)]
    for process in writers + readers:
        process.start()
    time.sleep(chance.random() * 0.02)
    victim = chance.choice(writers)
    # Readers wait, or are just taking something.
    for process in (victim, *readers):
        kill(process.pid)
    for reader in readers:
        reader.join(HANGS)
    seen = []
    deadline = time.monotonic() + HANGS
    while any(writer.is_alive() for writer in writers) or not queue.empty():
        try:
            number, data = queue.get(timeout=0.2)
            check(len(data) == size, 'queue: message of', len(data))
            seen.append(number)
        except multiprocessing.queues.Empty:
            pass
        if time.monotonic() > deadline:
            check(False, 'queue: its writers do not end')
            break
    check(len(set(seen)) == len(seen), 'queue: something came twice')
    # Each reader may have taken one before it was killed.
    others = [number for first in range(3) if writers[first] is not victim
              for number in range(first * 100, first * 100 + 40)]
    check(len(set(others) - set(seen)) <= 2, 'queue: lost', sorted(set(others) - set(seen)))
    for process in writers:
        process.join(HANGS)
        check(process.exitcode is not None, 'queue: a writer does not end')


def subprocesses():
    """The exit status tells of the signal; what was written before is there."""
    script = 'printf hello; while :; do sleep 0.01; done'
    running = [subprocess.Popen(['sh', '-c', script], stdout=subprocess.PIPE,
                                stdin=subprocess.PIPE, start_new_session=True) for _ in range(5)]
    chance.shuffle(running)
    for each in running:
        read = each.stdout.read(5)
        number = chance.choice((signal.SIGKILL, signal.SIGTERM))
        os.killpg(each.pid, number)
        if chance.random() < 0.5:
            rest = each.communicate(b'x' * chance.choice((1, 200000)), timeout=HANGS)[0]
        else:
            rest = b''
            each.stdout.close()
            each.stdin.close()
            each.wait(HANGS)
        check(read + rest == b'hello', 'subprocess: said', read, rest)
        check(each.returncode == -number, 'subprocess: status', each.returncode)


def watch():
    while time.monotonic() < last_sign[0] + 2 * HANGS:
        time.sleep(1)
    print('FAILED: hangs in', last_sign[1], flush=True)
    os._exit(1)


def zombies():
    count = 0
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open(f'/proc/{name}/stat') as file:
                    fields = file.read().rpartition(')')[2].split()
                count += int(fields[1]) == os.getpid()
            except OSError:
                pass
    return count


def state():
    gc.collect()
    # Finalisers run after a collection.
    time.sleep(0.01)
    gc.collect()
    return len(os.listdir('/proc/self/fd')), zombies()


def main():
    threading.Thread(target=watch, daemon=True).start()
    rounds = 0
    before = None
    end = time.monotonic() + SECONDS
    ways = [calls_of_pool, ended_pool, executor, queues, subprocesses]
    while time.monotonic() < end or rounds < len(ways):
        way = ways[rounds % len(ways)]
        last_sign[:] = time.monotonic(), way.__name__
        way()
        rounds += 1
        if rounds == len(ways):
            before = state()
        elif rounds % len(ways) == 0:
            after = state()
            check(after[0] <= before[0] + 2, 'descriptors', before[0], after[0])
            check(after[1] == 0, 'children left', after[1])
            check(threading.active_count() <= 3, 'threads', threading.active_count())
    print(f'{rounds} rounds, {len(problems)} failed')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
