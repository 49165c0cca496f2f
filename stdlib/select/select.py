"""Waiting until one of several descriptors is ready.

Other fibers of the thread run meanwhile where it is cooperative.
"""

import _select
from _fiber import wait_descriptor as _wait_descriptor
from _select import (EPOLLERR, EPOLLET, EPOLLEXCLUSIVE, EPOLLHUP, EPOLLIN, EPOLLMSG, EPOLLONESHOT,
                     EPOLLOUT, EPOLLPRI, EPOLLRDBAND, EPOLLRDHUP, EPOLLRDNORM, EPOLLWRBAND,
                     EPOLLWRNORM, EPOLL_CLOEXEC, PIPE_BUF, POLLERR, POLLHUP, POLLIN, POLLMSG,
                     POLLNVAL, POLLOUT, POLLPRI, POLLRDBAND, POLLRDHUP, POLLRDNORM, POLLWRBAND,
                     POLLWRNORM)
from _fiber import is_cooperative as _is_cooperative

error = OSError

_CAN_READ = POLLIN | POLLHUP | POLLERR
_CAN_WRITE = POLLOUT | POLLERR


def _descriptor(file):
    """The descriptor of a file, a socket, or a number."""
    if isinstance(file, int):
        number = int(file)
    else:
        try:
            method = file.fileno
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        number = method()
        if not isinstance(number, int):
            raise TypeError('fileno() returned a non-integer')
    if number < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({number})')
    return number


def _seconds(timeout):
    if timeout is None:
        return None
    if not isinstance(timeout, (int, float)):
        raise TypeError('timeout must be a float or None')
    if timeout < 0:
        raise ValueError('timeout must be non-negative')
    return timeout


def _select_with(rlist, wlist, xlist, timeout, cooperative):
    events = {}
    asked = []
    for files, wanted in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        try:
            files = list(files)
        except TypeError:
            raise TypeError('arguments 1-3 must be sequences') from None
        asked.append([(_descriptor(file), file) for file in files])
        for number, _ in asked[-1]:
            if number >= 1024 * 1024:
                raise ValueError('filedescriptor out of range in select()')
            events[number] = events.get(number, 0) | wanted
    timeout = _seconds(timeout)
    found = dict(_select.poll(tuple(events.items()), timeout, cooperative))
    for number in found:
        if found[number] & POLLNVAL:
            raise OSError(9, 'Bad file descriptor')
    return tuple([file for number, file in files if found.get(number, 0) & ready]
                 for files, ready in zip(asked, (_CAN_READ, _CAN_WRITE, POLLPRI)))


def select(rlist, wlist, xlist, timeout=None, /):
    """Waits until files can be read, written or have urgent data: those that are, in three lists.

    After `timeout` seconds the lists are empty.
    """
    return _select_with(rlist, wlist, xlist, timeout, False)


class poll:
    """Descriptors to wait for, with the events of each."""

    _cooperative = False

    def __init__(self):
        self._events = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        """Watches a descriptor."""
        self._events[_descriptor(fd)] = eventmask & 0xffff

    def modify(self, fd, eventmask, /):
        """Changes the events of a descriptor that is watched."""
        fd = _descriptor(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, 'No such file or directory')
        self._events[fd] = eventmask & 0xffff

    def unregister(self, fd, /):
        """Does not watch a descriptor any more."""
        del self._events[_descriptor(fd)]

    def poll(self, timeout=None, /):
        """Waits up to `timeout` milliseconds: (fd, events) of each that is ready."""
        if timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError('timeout must be an integer or None')
            timeout = None if timeout < 0 else timeout / 1000
        return _select.poll(tuple(self._events.items()), timeout, self._cooperative)


class epoll:
    """Descriptors to wait for, kept by the system."""

    _cooperative = False

    def __init__(self, sizehint=-1, flags=0):
        if sizehint != -1 and sizehint <= 0:
            raise ValueError('negative sizehint')
        if flags & ~EPOLL_CLOEXEC:
            raise OSError('invalid flags')
        self._fd = _select.epoll_create()
        self._watched = 0

    @classmethod
    def fromfd(cls, fd, /):
        """An object for an epoll descriptor there is."""
        made = cls.__new__(cls)
        made._fd = fd
        made._watched = 0
        return made

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        if getattr(self, '_fd', -1) >= 0:
            self.close()

    def _check(self):
        if self._fd < 0:
            raise ValueError('I/O operation on closed epoll object')

    @property
    def closed(self):
        """Whether it has been closed."""
        return self._fd < 0

    def close(self):
        """Closes the epoll."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            from posix import close
            close(fd)

    def fileno(self):
        """The descriptor of the epoll itself."""
        self._check()
        return self._fd

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        """Watches a descriptor."""
        self._check()
        _select.epoll_control(self._fd, _select.EPOLL_CTL_ADD, _descriptor(fd), eventmask)
        self._watched += 1

    def modify(self, fd, eventmask):
        """Changes the events of a descriptor that is watched."""
        self._check()
        _select.epoll_control(self._fd, _select.EPOLL_CTL_MOD, _descriptor(fd), eventmask)

    def unregister(self, fd):
        """Does not watch a descriptor any more."""
        self._check()
        _select.epoll_control(self._fd, _select.EPOLL_CTL_DEL, _descriptor(fd), 0)
        self._watched -= 1

    def poll(self, timeout=None, maxevents=-1):
        """Waits up to `timeout` seconds: (fd, events) of each that is ready."""
        self._check()
        if timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError('timeout must be an integer or None')
            if timeout < 0:
                timeout = None
        if maxevents == -1:
            maxevents = max(self._watched, 64)
        elif maxevents <= 0:
            raise ValueError(f'maxevents must be greater than 0, got {maxevents}')
        found = _select.epoll_events(self._fd, maxevents)
        if found or timeout == 0:
            return found
        if not _wait_descriptor(self._fd, 1, timeout, self._cooperative or _is_cooperative()):
            return []
        return _select.epoll_events(self._fd, maxevents)
