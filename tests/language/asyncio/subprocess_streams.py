# Child processes: their pipes as streams, how they end, what they are given.
import asyncio
import signal
import sys
from asyncio import subprocess
from asyncio.subprocess import DEVNULL, PIPE, STDOUT

print(PIPE, STDOUT, DEVNULL, 'create_subprocess_exec' in asyncio.__all__)


async def main():
    # Input and output at once, more than pipes hold.
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    print(type(process).__name__, process.returncode, process.stderr, process.pid > 1,
          repr(process) == f'<Process {process.pid}>')
    out, err = await process.communicate(b'0123456789' * 100000)
    print(len(out), out[:12], err, process.returncode)

    # Line by line.
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    for number in range(3):
        process.stdin.write(b'line %d\n' % number)
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), process.stdout.at_eof(), await process.wait())
    print(await process.wait(), process.stdin.is_closing())

    # Shell, both outputs, a status.
    process = await asyncio.create_subprocess_shell('echo out; echo err >&2; exit 3', stdout=PIPE,
                                                    stderr=PIPE)
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_shell('echo out; echo err >&2', stdout=PIPE,
                                                    stderr=STDOUT)
    print(await process.communicate())
    process = await asyncio.create_subprocess_shell('cat; echo done', stdin=DEVNULL, stdout=PIPE,
                                                    stderr=DEVNULL)
    print(await process.communicate())

    # What Popen takes.
    process = await asyncio.create_subprocess_exec(
        'sh', '-c', 'echo $NAME; pwd', stdout=PIPE, env={'NAME': 'value', 'PATH': '/bin:/usr/bin'},
        cwd='/')
    print(await process.communicate())

    # Several at once.
    async def one(number):
        process = await asyncio.create_subprocess_exec('sh', '-c', f'sleep 0.2; echo {number}',
                                                       stdout=PIPE)
        return (await process.communicate())[0], process.returncode

    print(await asyncio.gather(*map(one, range(8))))

    # Signals.
    process = await asyncio.create_subprocess_exec('sleep', '100')
    waiter = asyncio.create_task(process.wait())
    await asyncio.sleep(0.01)
    print(waiter.done())
    process.terminate()
    print(await waiter == -signal.SIGTERM, process.returncode)
    process = await asyncio.create_subprocess_exec('sleep', '100', stdout=PIPE)
    process.kill()
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_exec('sleep', '100')
    process.send_signal(signal.SIGHUP)
    print(await process.wait())
    for method in (process.kill, process.terminate, lambda: process.send_signal(1)):
        try:
            method()
        except ProcessLookupError as error:
            print(repr(error))

    # A child that does not read.
    process = await asyncio.create_subprocess_exec('true', stdin=PIPE)
    print(await process.communicate(b'x' * 1000000), process.returncode)

    # The limit of a stream, and lines.
    process = await asyncio.create_subprocess_exec('sh', '-c', 'echo 12345678901234567890; echo b',
                                                   stdout=PIPE, limit=10)
    try:
        await process.stdout.readline()
    except ValueError as error:
        print(error)
    print([line async for line in process.stdout], await process.wait())


asyncio.run(main())
