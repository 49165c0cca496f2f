"""Attributes that every greenlet has its own of."""

from weakref import WeakKeyDictionary

from _fiber import getcurrent

__all__ = ["local"]


def _attributes_of(self):
    """The running greenlet's dict of a local, which is made, and initialised, when it is missing."""
    dicts = object.__getattribute__(self, "_local_dicts")
    greenlet = getcurrent()
    attributes = dicts.get(greenlet)
    if attributes is None:
        attributes = dicts[greenlet] = {}
        cls = type(self)
        if cls.__init__ is not object.__init__:
            args, kwargs = object.__getattribute__(self, "_local_arguments")
            cls.__init__(self, *args, **kwargs)
    return attributes


class local:
    """An object whose attributes are the running greenlet's. A subclass's __init__ runs for each."""

    __slots__ = ("_local_dicts", "_local_arguments", "__weakref__")

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported", args, kwargs)
        self = object.__new__(cls)
        dicts = WeakKeyDictionary()
        object.__setattr__(self, "_local_dicts", dicts)
        object.__setattr__(self, "_local_arguments", (args, kwargs))
        # The maker's __init__ is called by whoever calls the class.
        dicts[getcurrent()] = {}
        return self

    def __getattribute__(self, name):
        attributes = _attributes_of(self)
        if name == "__dict__":
            return attributes
        if name == "__class__":
            return type(self)
        in_class = _find(type(self), name)
        if in_class is not _missing:
            kind = type(in_class)
            if hasattr(kind, "__get__") and (hasattr(kind, "__set__") or name not in attributes):
                return kind.__get__(in_class, self, type(self))
        if name in attributes:
            return attributes[name]
        if in_class is not _missing:
            return in_class
        missing = _find(type(self), "__getattr__")
        if missing is not _missing:
            return missing(self, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self)!r} object attribute '__dict__' is read-only")
        if name == "__class__":
            object.__setattr__(self, name, value)
            return
        attributes = _attributes_of(self)
        in_class = _find(type(self), name)
        if in_class is not _missing and hasattr(type(in_class), "__set__"):
            type(in_class).__set__(in_class, self, value)
            return
        attributes[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"{type(self)!r} object attribute '__dict__' is read-only")
        attributes = _attributes_of(self)
        in_class = _find(type(self), name)
        if in_class is not _missing and hasattr(type(in_class), "__delete__"):
            type(in_class).__delete__(in_class, self)
            return
        if name not in attributes:
            raise AttributeError(name)
        del attributes[name]

    def __copy__(self):
        cls = type(self)
        args, kwargs = object.__getattribute__(self, "_local_arguments")
        result = cls(*args, **kwargs)
        object.__getattribute__(result, "_local_dicts")[getcurrent()].update(_attributes_of(self))
        return result


_missing = object()


def _find(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return _missing
