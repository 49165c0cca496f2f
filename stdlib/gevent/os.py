"""Descriptors and child processes for programs of greenlets."""

import os as _os

from _fiber import set_cooperative as _set_cooperative
from gevent.greenlet import Greenlet as _Greenlet
from gevent.hub import get_hub as _get_hub, reinit as _reinit
from gevent.monkey import get_original as _get_original
from gevent.socket import wait_read as _wait_read, wait_write as _wait_write

__implements__ = ["fork", "forkpty", "waitpid"]
__extensions__ = ["tp_read", "tp_write", "make_nonblocking", "nb_read", "nb_write", "fork_gevent",
                  "forkpty_gevent", "fork_and_watch", "forkpty_and_watch"]
__all__ = __implements__ + __extensions__

_fork = _get_original("os", "fork")
_forkpty = _get_original("os", "forkpty")
_waitpid = _get_original("os", "waitpid")

# What fork_and_watch() began: number to Watcher, and to (number, status) when it has ended.
_watched = {}


# Reading and writing

def make_nonblocking(fd):
    """Has a descriptor never wait: True if it would have, else None."""
    if _os.get_blocking(fd):
        _os.set_blocking(fd, False)
        return True


def nb_read(fd, n):
    """Up to n bytes of a descriptor that never waits; other greenlets run until there are any."""
    while True:
        try:
            return _os.read(fd, n)
        except BlockingIOError:
            _wait_read(fd)


def nb_write(fd, buf):
    """Writes to a descriptor that never waits, as soon as it can: how many bytes it took."""
    while True:
        try:
            return _os.write(fd, buf)
        except BlockingIOError:
            _wait_write(fd)


def tp_read(fd, n):
    """Up to n bytes of any descriptor; a thread of the hub's pool waits for them."""
    return _get_hub().threadpool.apply(_os.read, (fd, n))


def tp_write(fd, buf):
    """Writes to any descriptor by a thread of the hub's pool: how many bytes it took."""
    return _get_hub().threadpool.apply(_os.write, (fd, buf))


# Child processes

class Watcher:
    """What the callback of fork_and_watch() is given: the child, and its status at the end."""

    def __init__(self, pid):
        self.pid = self.rpid = pid
        self.rstatus = 0


def fork_gevent():
    """os.fork(); greenlets go on in the child with a hub of their own."""
    pid = _fork()
    if not pid:
        _reinit()
    return pid


def forkpty_gevent():
    """os.forkpty() likewise."""
    pid, master = _forkpty()
    if not pid:
        _reinit()
    return pid, master


def _watch(pid, callback):
    watcher = _watched[pid] = Watcher(pid)

    def wait():
        _set_cooperative(True)
        _, watcher.rstatus = _waitpid(pid, 0)
        _watched[pid] = pid, watcher.rstatus
        if callback is not None:
            callback(watcher)
    watcher.greenlet = _Greenlet.spawn(wait)


def fork_and_watch(callback=None, loop=None, ref=False, fork=fork_gevent):
    """Forks; in the parent the child's end is waited for, and then callback(watcher) called."""
    pid = fork()
    if pid:
        _watch(pid, callback)
    else:
        _watched.clear()
    return pid


def forkpty_and_watch(callback=None, loop=None, ref=False, forkpty=forkpty_gevent):
    """As fork_and_watch, with a terminal for the child: (its number, our end)."""
    master = None

    def fork():
        nonlocal master
        pid, master = forkpty()
        return pid
    return fork_and_watch(callback, loop, ref, fork), master


def fork(*args, **kwargs):
    """fork_and_watch()."""
    return fork_and_watch(*args, **kwargs)


def forkpty(*args, **kwargs):
    """forkpty_and_watch()."""
    return forkpty_and_watch(*args, **kwargs)


def waitpid(pid, options):
    """Waits for a child while other greenlets run: its number and its status."""
    if pid == -1:
        pid = next((each for each, state in _watched.items() if isinstance(state, tuple)), pid)
        if pid == -1 and _watched:
            pid = next(iter(_watched))
    state = _watched.get(pid)
    if state is None:
        _set_cooperative(True)
        return _waitpid(pid, options)
    if isinstance(state, Watcher):
        if options & _os.WNOHANG:
            # It may have ended and its greenlet not have run since.
            state.greenlet.join(0)
            if isinstance(_watched[pid], Watcher):
                return 0, 0
        else:
            state.greenlet.join()
            return _watched[pid]
    return _watched.pop(pid)
