"""Reading and writing descriptors, forking and waiting for children while other greenlets run."""

import errno as _errno
import os as _os
from types import SimpleNamespace as _SimpleNamespace

import gevent.monkey as _monkey
from gevent.hub import get_hub as _get_hub, reinit as _reinit
from gevent.socket import wait_read as _wait_read, wait_write as _wait_write

__implements__ = ["fork", "forkpty", "waitpid"]
__all__ = ["fork", "fork_and_watch", "fork_gevent", "forkpty", "forkpty_and_watch",
           "forkpty_gevent", "make_nonblocking", "nb_read", "nb_write", "posix_spawn",
           "posix_spawnp", "tp_read", "tp_write", "waitpid"]

_fork = _monkey.get_original("os", "fork")
_forkpty = _monkey.get_original("os", "forkpty")
_waitpid = _monkey.get_original("os", "waitpid")
posix_spawn = _os.posix_spawn
posix_spawnp = _os.posix_spawnp

# How children ended that somebody watched: their statuses until waitpid() is asked for them.
_watched = {}


def make_nonblocking(fd):
    """Has the system not wait at a descriptor; True if that had to be set, else None."""
    if _os.get_blocking(fd):
        _os.set_blocking(fd, False)
        return True


def nb_read(fd, n):
    """os.read() of a descriptor that does not block; waits in the hub until there is something."""
    while True:
        try:
            return _os.read(fd, n)
        except OSError as error:
            if error.errno not in (_errno.EAGAIN, _errno.EINTR):
                raise
        _wait_read(fd)


def nb_write(fd, buf):
    """os.write() to a descriptor that does not block; waits in the hub until there is room."""
    while True:
        try:
            return _os.write(fd, buf)
        except OSError as error:
            if error.errno not in (_errno.EAGAIN, _errno.EINTR):
                raise
        _wait_write(fd)


def tp_read(fd, n):
    """os.read() in a thread of the hub's pool."""
    return _get_hub().threadpool.apply(_os.read, (fd, n))


def tp_write(fd, buf):
    """os.write() in a thread of the hub's pool."""
    return _get_hub().threadpool.apply(_os.write, (fd, buf))


def fork_gevent():
    """Forks; the child's hub is new."""
    pid = _fork()
    if pid == 0:
        _reinit()
    return pid


def forkpty_gevent():
    """Forks into a terminal of its own; the child's hub is new."""
    pid, fd = _forkpty()
    if pid == 0:
        _reinit()
    return pid, fd


def _watch(pid, callback):
    from gevent.greenlet import Greenlet

    watcher = _SimpleNamespace(pid=pid, rpid=None, rstatus=None)

    def wait():
        watcher.rpid, watcher.rstatus = _wait_in_hub(pid)
        if callback is not None:
            callback(watcher)
        return watcher.rpid, watcher.rstatus

    _watched[pid] = Greenlet.spawn(wait)


def fork_and_watch(callback=None, loop=None, ref=False, fork=fork_gevent):
    """Forks; when the child has ended, callback(watcher) is told, with .pid and .rstatus."""
    pid = fork()
    if pid:
        _watch(pid, callback)
    else:
        # They are the parent's children.
        for watching in _watched.values():
            watching.kill(block=False)
        _watched.clear()
    return pid


def forkpty_and_watch(callback=None, loop=None, ref=False, forkpty=forkpty_gevent):
    """fork_and_watch() into a terminal of its own."""
    descriptors = []

    def fork():
        pid, fd = forkpty()
        descriptors.append(fd)
        return pid

    pid = fork_and_watch(callback, loop, ref, fork)
    return pid, descriptors[0]


def _wait_in_hub(pid):
    """The number and the status of a child, once it has ended."""
    fd = _os.pidfd_open(pid)
    try:
        _wait_read(fd)
    finally:
        _os.close(fd)
    return _waitpid(pid, _os.WNOHANG)


def waitpid(pid, options):
    """os.waitpid() while other greenlets run."""
    if pid > 0 and pid in _watched:
        watching = _watched[pid]
        if options & _os.WNOHANG and not watching.ready():
            return 0, 0
        result = watching.get()
        _watched.pop(pid, None)
        return result
    if pid == -1:
        for each, watching in list(_watched.items()):
            if watching.ready():
                del _watched[each]
                return watching.get()
    if pid > 0 and not options:
        ended = _waitpid(pid, _os.WNOHANG)
        return ended if ended[0] else _wait_in_hub(pid)
    return _waitpid(pid, options)


def fork(*args, **kwargs):
    """fork_and_watch(): the status of the child is kept for waitpid()."""
    return fork_and_watch(*args, **kwargs)


def forkpty(*args, **kwargs):
    """forkpty_and_watch(): the status of the child is kept for waitpid()."""
    return forkpty_and_watch(*args, **kwargs)
