"""References that do not keep their objects alive, and containers made of them."""

from _weakref import (CallableProxyType, ProxyType, ReferenceType,
                      getweakrefcount, getweakrefs, proxy, ref)

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary',
           'ReferenceType', 'ProxyType', 'CallableProxyType', 'ProxyTypes',
           'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod:
    """A weak reference to a bound method: dead when its object is."""

    def __init__(self, method, callback=None):
        self._object = ref(method.__self__, None if callback is None else lambda _: callback(self))
        self._function = ref(method.__func__)
        self._type = type(method)

    def __call__(self):
        instance = self._object()
        function = self._function()
        if instance is None or function is None:
            return None
        return self._type(function, instance)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine, theirs = self(), other()
        if mine is None or theirs is None:
            return self is other
        return mine == theirs

    def __hash__(self):
        return hash(self._function)


class _KeyedReference(ref):
    """A reference that knows the key it is stored under."""

    __slots__ = ('key',)

    def __new__(cls, target, callback, key):
        self = ref.__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback, key):
        super().__init__(target, callback)


class _WeakMapping:
    """What both weak dictionaries share: everything that follows from items()."""

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def __iter__(self):
        return self.keys()

    def __len__(self):
        return sum(1 for _ in self.items())

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.items():
            del self[key]
            return key, value
        raise KeyError('dictionary is empty')

    def update(self, other=(), /, **keywords):
        pairs = other.items() if hasattr(other, 'items') else other
        for key, value in pairs:
            self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


class WeakValueDictionary(_WeakMapping):
    """A dictionary whose entries vanish when nothing else refers to their values."""

    def __init__(self, other=(), /, **keywords):
        self.data = {}
        self.update(other, **keywords)

    def _forget(self, reference):
        if self.data.get(reference.key) is reference:
            del self.data[reference.key]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _KeyedReference(value, self._forget, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakMapping):
    """A dictionary whose entries vanish when nothing else refers to their keys."""

    def __init__(self, other=()):
        self.data = {}
        self.update(other)

    def _forget(self, reference):
        self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._forget)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    """A set whose elements vanish when nothing else refers to them."""

    def __init__(self, elements=()):
        self.data = set()
        self.update(elements)

    def __iter__(self):
        for reference in list(self.data):
            element = reference()
            if element is not None:
                yield element

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, element):
        try:
            return ref(element) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, element):
        self.data.add(ref(element, self.data.discard))

    def discard(self, element):
        self.data.discard(ref(element))

    def remove(self, element):
        self.data.remove(ref(element))

    def pop(self):
        while self.data:
            element = self.data.pop()()
            if element is not None:
                return element
        raise KeyError('pop from empty WeakSet')

    def clear(self):
        self.data.clear()

    def update(self, elements):
        for element in elements:
            self.add(element)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    def intersection(self, other):
        return type(self)(element for element in other if element in self)

    def difference(self, other):
        others = set(other)
        return type(self)(element for element in self if element not in others)

    __or__ = union
    __and__ = intersection
    __sub__ = difference

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None


class finalize:
    """Calls a function once when an object dies, or when called."""

    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._registry[self] = (ref(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry is not None:
            _, func, args, kwargs = entry
            return func(*args, **kwargs)

    def detach(self):
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            del self._registry[self]
            return obj, *entry[1:]

    def peek(self):
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, *entry[1:]

    @property
    def alive(self):
        return self in self._registry
