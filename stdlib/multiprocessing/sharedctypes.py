"""Numbers in memory that processes share: Value and Array, with locks or raw.

Types go by the codes of module array, 'c' among them for bytes.
"""

from _multiprocessing import SharedArray as _SharedArray
from multiprocessing import context
from multiprocessing.synchronize import RLock

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'synchronized']


# What the types are called elsewhere, in texts.
_names = {'c': 'c_char', 'b': 'c_byte', 'B': 'c_ubyte', 'h': 'c_short', 'H': 'c_ushort',
          'i': 'c_int', 'I': 'c_uint', 'l': 'c_long', 'L': 'c_ulong', 'q': 'c_long',
          'Q': 'c_ulong', 'f': 'c_float', 'd': 'c_double', 'u': 'c_wchar', '?': 'c_bool'}


def _rebuild(cls, typecode, memory):
    made = cls.__new__(cls)
    made._typecode = typecode
    made._memory = memory
    return made


def _reduce(self):
    context.assert_spawning(self)
    return _rebuild, (type(self), self._typecode, self._memory)


class _RawValue:
    # One number.

    __slots__ = ('_memory', '_typecode', '__weakref__')
    __reduce__ = _reduce

    def __init__(self, typecode):
        self._typecode = typecode
        self._memory = _SharedArray(typecode, 1)

    @property
    def value(self):
        """The number."""
        return self._memory[0]

    @value.setter
    def value(self, value):
        self._memory[0] = value

    def __repr__(self):
        return f'{_names[self._typecode]}({self.value!r})'


class _RawArray:
    # A row of numbers of fixed length.

    __slots__ = ('_memory', '_typecode', '__weakref__')
    __reduce__ = _reduce

    def __init__(self, typecode, size):
        self._typecode = typecode
        self._memory = _SharedArray(typecode, size)

    def __len__(self):
        return len(self._memory)

    def __getitem__(self, key):
        if not isinstance(key, slice):
            return self._memory[key]
        found = [self._memory[index] for index in range(*key.indices(len(self)))]
        if self._typecode == 'c':
            return b''.join(found)
        return ''.join(found) if self._typecode == 'u' else found

    def __setitem__(self, key, value):
        if not isinstance(key, slice):
            self._memory[key] = value
            return
        places = range(*key.indices(len(self)))
        if self._typecode == 'c':
            value = [bytes((byte,)) for byte in value]
        else:
            value = list(value)
        if len(value) != len(places):
            raise ValueError('Can only assign sequence of same size')
        for place, each in zip(places, value):
            self._memory[place] = each

    def __iter__(self):
        for index in range(len(self)):
            yield self._memory[index]

    def __repr__(self):
        return (f'<multiprocessing.sharedctypes.{_names[self._typecode]}_Array_{len(self)} object at '
                f'{id(self):#x}>')

    @property
    def raw(self):
        """All bytes (of 'c')."""
        self._check_bytes('raw')
        return self._memory.tobytes()

    @raw.setter
    def raw(self, value):
        self._check_bytes('raw')
        if len(value) > len(self):
            raise ValueError('byte string too long')
        self[:len(value)] = value

    @property
    def value(self):
        """The bytes up to the first NUL (of 'c')."""
        self._check_bytes('value')
        return self._memory.tobytes().split(b'\0', 1)[0]

    @value.setter
    def value(self, value):
        self._check_bytes('value')
        if len(value) > len(self):
            raise ValueError('byte string too long')
        self[:len(value)] = value
        if len(value) < len(self):
            self._memory[len(value)] = b'\0'

    def _check_bytes(self, name):
        if self._typecode != 'c':
            raise AttributeError(f'array has no attribute {name!r}')


def RawValue(typecode_or_type, *args):
    """A number without a lock."""
    made = _RawValue(typecode_or_type)
    if args:
        made.value = args[0]
    return made


def RawArray(typecode_or_type, size_or_initializer):
    """Numbers without a lock: so many zeros, or those of a sequence."""
    if isinstance(size_or_initializer, int):
        return _RawArray(typecode_or_type, size_or_initializer)
    values = list(size_or_initializer)
    made = _RawArray(typecode_or_type, len(values))
    if typecode_or_type == 'c':
        values = [value if isinstance(value, bytes) else bytes((value,)) for value in values]
    for index, value in enumerate(values):
        made[index] = value
    return made


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number with a lock."""
    made = RawValue(typecode_or_type, *args)
    return made if lock is False else synchronized(made, _lock_of(lock))


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Numbers with a lock."""
    made = RawArray(typecode_or_type, size_or_initializer)
    return made if lock is False else synchronized(made, _lock_of(lock))


def _lock_of(lock):
    if lock is True or lock is None:
        return RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f'{lock!r} has no method \'acquire\'')
    return lock


def synchronized(obj, lock=None, ctx=None):
    """What gives access to a raw value or array with a lock held."""
    lock = lock or RLock()
    if isinstance(obj, _RawValue):
        return Synchronized(obj, lock)
    return (SynchronizedString if obj._typecode == 'c' else SynchronizedArray)(obj, lock)


class SynchronizedBase:
    """Something shared and its lock."""

    def __init__(self, obj, lock):
        self._obj = obj
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __reduce__(self):
        context.assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        """What is shared."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj}>'


def _with_lock(name, doc):
    # A property of what is shared, with the lock held.
    def read(self):
        with self._lock:
            return getattr(self._obj, name)

    def write(self, value):
        with self._lock:
            setattr(self._obj, name, value)
    return property(read, write, doc=doc)


class Synchronized(SynchronizedBase):
    """A number and its lock."""

    value = _with_lock('value', 'The number.')


class SynchronizedArray(SynchronizedBase):
    """Numbers and their lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, key):
        with self._lock:
            return self._obj[key]

    def __setitem__(self, key, value):
        with self._lock:
            self._obj[key] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]


class SynchronizedString(SynchronizedArray):
    """Bytes and their lock."""

    value = _with_lock('value', 'The bytes up to the first NUL.')
    raw = _with_lock('raw', 'All bytes.')
