# Child watchers: each tells its callback of the end of a child; which loop it uses, what it refuses.
import asyncio
import os
import time


def child(code, seconds=0):
    pid = os.fork()
    if pid == 0:
        time.sleep(seconds)
        os._exit(code)
    return pid


async def watch(watcher, code):
    ended = asyncio.get_running_loop().create_future()
    with watcher:
        pid = child(code)
        watcher.add_child_handler(pid, lambda *told: ended.set_result(told), 'more', 1)
        told = await ended
    return told[0] == pid, told[1:]


async def main():
    loop = asyncio.get_running_loop()
    for kind in (asyncio.PidfdChildWatcher, asyncio.ThreadedChildWatcher, asyncio.SafeChildWatcher,
                 asyncio.FastChildWatcher, asyncio.MultiLoopChildWatcher):
        watcher = kind()
        print(kind.__name__, watcher.is_active())
        watcher.attach_loop(loop)
        print(watcher.is_active(), isinstance(watcher, asyncio.AbstractChildWatcher))
        print(await watch(watcher, 7))
        print(await watch(watcher, 0))
        print(watcher.remove_child_handler(4242424))
        watcher.close()
        print(watcher.is_active())


async def strangers():
    for watcher in (asyncio.SafeChildWatcher(), asyncio.MultiLoopChildWatcher(),
                    asyncio.ThreadedChildWatcher()):
        watcher.add_child_handler(1, print)
        await asyncio.sleep(0.05)
    try:
        asyncio.FastChildWatcher().add_child_handler(1, print)
    except AssertionError as error:
        print(error)


async def attached_late():
    watcher = asyncio.SafeChildWatcher()
    ended = asyncio.get_running_loop().create_future()
    pid = child(3, 0.1)
    watcher.add_child_handler(pid, lambda pid, code: ended.set_result(code))
    watcher.attach_loop(asyncio.get_running_loop())
    print(await ended)


def chosen():
    print(type(asyncio.get_child_watcher()).__name__)
    policy = asyncio.get_event_loop_policy()
    print(policy.get_child_watcher() is asyncio.get_child_watcher())
    safe = asyncio.SafeChildWatcher()
    asyncio.set_child_watcher(safe)
    print(asyncio.get_child_watcher() is safe)

    async def run():
        safe.attach_loop(asyncio.get_running_loop())
        process = await asyncio.create_subprocess_exec('/bin/sh', '-c', 'exit 5')
        print(await process.wait())
    asyncio.run(run())
    try:
        asyncio.set_child_watcher(3)
    except BaseException as error:
        print(type(error).__name__, error)
    asyncio.set_child_watcher(None)


base = asyncio.AbstractChildWatcher()
for call in (base.is_active, base.close, base.__enter__, lambda: base.attach_loop(None),
             lambda: base.add_child_handler(1, print), lambda: base.remove_child_handler(1)):
    try:
        call()
    except NotImplementedError as error:
        print(repr(error))

asyncio.run(main())
asyncio.run(strangers())
asyncio.run(attached_late())
chosen()
