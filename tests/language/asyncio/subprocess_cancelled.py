# Waiting for a child process can be cancelled and time out; errors at the start are raised.
# no thread sanitizer: makes a fork of a vfork, whose child tells by memory what failed
import asyncio
import os
from asyncio.subprocess import PIPE


async def main():
    loop = asyncio.get_running_loop()
    for arguments in (('/nonexistent/program',), ('/',)):
        try:
            await asyncio.create_subprocess_exec(*arguments, stdout=PIPE)
        except OSError as error:
            print(type(error).__name__, error.errno)
    try:
        await asyncio.create_subprocess_exec('true', cwd='/nonexistent')
    except OSError as error:
        print(repr(error))
    for options in ({'universal_newlines': True}, {'shell': True}, {'bufsize': 1}, {'text': True},
                    {'encoding': 'utf-8'}, {'errors': 'strict'}):
        try:
            await asyncio.create_subprocess_exec('true', **options)
        except ValueError as error:
            print(error)
    for options in ({'universal_newlines': True}, {'shell': False}, {'bufsize': 1}, {'text': True},
                    {'encoding': 'utf-8'}, {'errors': 'strict'}):
        try:
            await asyncio.create_subprocess_shell('true', **options)
        except ValueError as error:
            print(error)
    try:
        await asyncio.create_subprocess_shell(['true'])
    except ValueError as error:
        print(error)

    process = await asyncio.create_subprocess_exec('sleep', '100', stdout=PIPE)
    try:
        await asyncio.wait_for(process.wait(), 0.02)
    except asyncio.TimeoutError:
        print('timeout', process.returncode)
    try:
        await asyncio.wait_for(process.communicate(), 0.02)
    except asyncio.TimeoutError:
        print('timeout', process.returncode)
    task = asyncio.create_task(process.wait())
    others = [asyncio.create_task(process.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', process.returncode)
    process.kill()
    print(await asyncio.gather(*others), process.returncode)

    # Both ends of a failed start are closed.
    before = len(os.listdir('/proc/self/fd'))
    for _ in range(5):
        try:
            await asyncio.create_subprocess_exec('/nonexistent', stdin=PIPE, stdout=PIPE)
        except FileNotFoundError:
            pass
        process = await asyncio.create_subprocess_exec('true', stdin=PIPE, stdout=PIPE)
        await process.communicate()
    await asyncio.sleep(0.05)
    print(len(os.listdir('/proc/self/fd')) - before)

    # A task that is cancelled while it starts a program leaves none behind.
    async def start():
        await asyncio.create_subprocess_exec('sleep', '100', stdin=PIPE, stdout=PIPE)

    task = asyncio.create_task(start())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        print('no child')


asyncio.run(main())
