"""How objects of which classes are taken apart to be copied or pickled."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Say which function takes apart the objects of a class."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that something can be called to make objects."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(type(int | str), pickle_union)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    # Undoes _reduce_ex: the part of a built-in base is made of `state`.
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


_HEAPTYPE = 1 << 9


def _reduce_ex(self, proto):
    # What __reduce_ex__ gives for the protocols 0 and 1.
    cls = self.__class__
    for base in cls.__mro__:
        if not base.__flags__ & _HEAPTYPE:
            break
        new = base.__new__
        if isinstance(new, type(object.__new__)) and new.__self__ is base:
            break
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError(f'cannot pickle {cls.__name__!r} object')
        state = base(self)
    arguments = cls, base, state
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, '__slots__', None):
            raise TypeError(f'cannot pickle {cls.__name__!r} object: a class that defines '
                            f'__slots__ without defining __getstate__ cannot be pickled with '
                            f'protocol {proto}') from None
        attributes = getattr(self, '__dict__', None)
    else:
        if getattr(self, '__slots__', None) and (
                type(self).__getstate__ is object.__getstate__):
            raise TypeError(f'a class that defines __slots__ without defining __getstate__ cannot '
                            f'be pickled with protocol {proto}')
        attributes = getstate()
    if attributes:
        return _reconstructor, arguments, attributes
    return _reconstructor, arguments


def _slotnames(cls):
    """The names of the slots of a class and its bases, as they are stored."""
    known = cls.__dict__.get('__slotnames__')
    if known is not None:
        return known
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                owner = base.__name__.lstrip('_')
                name = f'_{owner}{name}' if owner else name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


# --- Numbers that stand for classes in pickles

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Give a class a number."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take the number of a class back."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
