"""Waiting for some of several descriptors, for subprocess and multiprocessing.

Other fibers of the thread run meanwhile where blocking calls let them.
"""

import _fiber
import posix

READ = 1
WRITE = 4


def wait_ready(watched, timeout=None):
    """Those of [(fd, READ or WRITE)] that are ready (or broken); empty after `timeout` seconds."""
    if not _fiber.is_cooperative():
        return [fd for fd, _ in posix._poll(watched, timeout)]
    ready = posix._poll(watched, 0)
    if ready or timeout is not None and timeout <= 0:
        return [fd for fd, _ in ready]
    waiter = _fiber.Waiter()

    def watch(fd, direction):
        if _fiber.wait_descriptor(fd, direction):
            waiter.wake()

    watchers = []
    for fd, events in watched:
        direction = 1 if events == READ else 2
        watcher = _fiber.greenlet(lambda fd=fd, direction=direction: watch(fd, direction))
        watchers.append(watcher)
        _fiber.start(watcher)
    try:
        waiter.wait(timeout)
    finally:
        for watcher in watchers:
            if not watcher.dead:
                _fiber.call_soon(watcher.throw)
    return [fd for fd, _ in posix._poll(watched, 0)]
