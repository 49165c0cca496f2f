"""The abstract base classes of collections.abc."""

from abc import abstractmethod
from _collections import deque
from _collections_abc_basics import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container,
    Coroutine, Generator, GenericAlias, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping,
    MappingView, MutableMapping, MutableSet, Reversible, Set, Sized, ValuesView,
    _CallableGenericAlias)

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator',
           'Hashable', 'Iterable', 'Iterator', 'Generator', 'Reversible', 'Sized', 'Container',
           'Callable', 'Collection', 'Set', 'MutableSet', 'Mapping', 'MutableMapping',
           'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence',
           'ByteString']


# --- Sequences

class Sequence(Reversible, Collection):
    """A sequence that need not be changeable: __getitem__ and __len__ make one."""

    __module__ = 'collections.abc'
    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        for mine in self:
            if mine is value or mine == value:
                return True
        return False

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def index(self, value, start=0, stop=None):
        """The first index of value; ValueError if there is none."""
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        index = start
        while stop is None or index < stop:
            try:
                mine = self[index]
            except IndexError:
                break
            if mine is value or mine == value:
                return index
            index += 1
        raise ValueError

    def count(self, value):
        """How often value is there."""
        return sum(1 for mine in self if mine is value or mine == value)


class ByteString(Sequence):
    __module__ = 'collections.abc'
    __slots__ = ()


class MutableSequence(Sequence):
    """A changeable sequence: __setitem__, __delitem__ and insert() are needed besides."""

    __module__ = 'collections.abc'
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Insert a value before an index."""
        raise IndexError

    def append(self, value):
        """Add a value at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Remove all values."""
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        """Reverse the order in place."""
        count = len(self)
        for index in range(count // 2):
            self[index], self[count - index - 1] = self[count - index - 1], self[index]

    def extend(self, values):
        """Add values at the end."""
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        """Remove and return the value at an index, by default the last."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Remove the first occurrence of value."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


def _register_builtin_types():
    def generator():
        yield

    async def coroutine():
        pass

    async def async_generator():
        yield

    Generator.register(type(generator()))
    awaiting = coroutine()
    Coroutine.register(type(awaiting))
    awaiting.close()
    AsyncGenerator.register(type(async_generator()))
    for iterable in (b'', bytearray(), {}.keys(), {}.values(), {}.items(), [], reversed([]),
                     range(0), range(1 << 1000), set(), '', (), zip()):
        Iterator.register(type(iter(iterable)))
    for cls in (frozenset, set):
        Set.register(cls)
    MutableSet.register(set)
    Mapping.register(type(type.__dict__))
    MutableMapping.register(dict)
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))
    for cls in (tuple, str, range, memoryview):
        Sequence.register(cls)
    for cls in (bytes, bytearray):
        ByteString.register(cls)
    for cls in (list, bytearray, deque):
        MutableSequence.register(cls)


_register_builtin_types()
