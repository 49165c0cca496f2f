"""Waiting for files with events, one interface over the ways of module select."""

import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])
SelectorKey.__doc__ = 'A file with its descriptor, the events waited for, and what belongs to it.'


def _descriptor(fileobj):
    if isinstance(fileobj, int):
        number = fileobj
    else:
        try:
            number = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if number < 0:
        raise ValueError(f'Invalid file descriptor: {number}')
    return number


class _SelectorMapping(Mapping):
    """The files of a selector with their keys."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        try:
            return self._selector._keys[self._selector._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector(metaclass=ABCMeta):
    """What every selector has."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Watches a file; its key."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Does not watch a file any more; its key."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Changes what is waited for or belongs to it; its new key."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Waits until files are ready: (key, events) each."""
        raise NotImplementedError

    def close(self):
        """Ends the selector."""

    def get_key(self, fileobj):
        """The key of a file."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    @abstractmethod
    def get_map(self):
        """All files with their keys; None when closed."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Selector(BaseSelector):
    """Keeps the keys; how the system is told is the subclasses'."""

    def __init__(self):
        self._keys = {}
        self._map = _SelectorMapping(self)

    def _fileobj_lookup(self, fileobj):
        try:
            return _descriptor(fileobj)
        except ValueError:
            # A file closed meanwhile is found by itself.
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def _watch(self, fd, events):
        pass

    def _change(self, fd, events):
        pass

    def _forget(self, fd):
        pass

    def register(self, fileobj, events, data=None):
        """Watches a file; its key."""
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._watch(key.fd, events)
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        """Does not watch a file any more; its key."""
        try:
            key = self._keys.pop(self._fileobj_lookup(fileobj))
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None
        self._forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        """Changes what is waited for or belongs to it; its new key."""
        try:
            key = self._keys[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None
        if events != key.events:
            if not events or events & ~(EVENT_READ | EVENT_WRITE):
                raise ValueError(f'Invalid events: {events!r}')
            self._change(key.fd, events)
        if events != key.events or data != key.data:
            key = key._replace(events=events, data=data)
            self._keys[key.fd] = key
        return key

    def close(self):
        """Ends the selector."""
        self._keys.clear()
        self._map = None

    def get_map(self):
        """All files with their keys; None when closed."""
        return self._map

    def _keyed(self, ready):
        found = []
        for fd, events in ready:
            key = self._keys.get(fd)
            if key is not None and events & key.events:
                found.append((key, events & key.events))
        return found


class SelectSelector(_Selector):
    """By select()."""

    def select(self, timeout=None):
        """Waits until files are ready: (key, events) each."""
        if timeout is not None:
            timeout = max(timeout, 0)
        reading = [fd for fd, key in self._keys.items() if key.events & EVENT_READ]
        writing = [fd for fd, key in self._keys.items() if key.events & EVENT_WRITE]
        try:
            readable, writable, _ = select.select(reading, writing, [], timeout)
        except InterruptedError:
            return []
        events = {}
        for fd in readable:
            events[fd] = EVENT_READ
        for fd in writable:
            events[fd] = events.get(fd, 0) | EVENT_WRITE
        return self._keyed(events.items())


class _PollLike(_Selector):
    """By an object that is told once what to watch."""

    def __init__(self):
        super().__init__()
        self._selector = self._make()

    def _mask(self, events):
        return ((self._IN if events & EVENT_READ else 0) |
                (self._OUT if events & EVENT_WRITE else 0))

    def _watch(self, fd, events):
        self._selector.register(fd, self._mask(events))

    def _change(self, fd, events):
        self._selector.modify(fd, self._mask(events))

    def _forget(self, fd):
        try:
            self._selector.unregister(fd)
        except OSError:
            pass  # closed before it was unregistered

    def _ready(self, found):
        return self._keyed((fd, (EVENT_WRITE if events & ~self._IN else 0) |
                                (EVENT_READ if events & ~self._OUT else 0))
                           for fd, events in found)


class PollSelector(_PollLike):
    """By poll()."""

    _IN, _OUT = select.POLLIN, select.POLLOUT

    def _make(self):
        return select.poll()

    def select(self, timeout=None):
        """Waits until files are ready: (key, events) each."""
        if timeout is not None:
            timeout = max(timeout, 0) * 1000
        try:
            return self._ready(self._selector.poll(timeout))
        except InterruptedError:
            return []


class EpollSelector(_PollLike):
    """By epoll."""

    _IN, _OUT = select.EPOLLIN, select.EPOLLOUT

    def _make(self):
        return select.epoll()

    def fileno(self):
        """The descriptor of the epoll."""
        return self._selector.fileno()

    def select(self, timeout=None):
        """Waits until files are ready: (key, events) each."""
        if timeout is not None:
            timeout = max(timeout, 0)
        try:
            return self._ready(self._selector.poll(timeout, max(len(self._keys), 1)))
        except InterruptedError:
            return []

    def close(self):
        """Ends the selector."""
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
