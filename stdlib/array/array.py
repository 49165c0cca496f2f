"""Arrays of numbers of one type.

The items are kept as a list, so that they do not share memory with a memoryview: bytes come from
tobytes(), and go in by frombytes().
"""

import struct

__all__ = ['array', 'ArrayType', 'typecodes']

typecodes = 'bBuhHiIlLqQfd'
_SIZES = {code: struct.calcsize('i' if code == 'u' else code) for code in typecodes}
_RANGES = {code: (0, 1 << 8 * size) if code.isupper() else (-1 << 8 * size - 1, 1 << 8 * size - 1)
           for code, size in _SIZES.items() if code not in 'ufd'}
_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer',
          'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int',
          'l': 'signed long', 'L': 'unsigned long', 'q': 'long long', 'Q': 'unsigned long long'}


class array:
    """A changeable sequence of numbers of one type code, or (code 'u') of characters."""

    __slots__ = ('typecode', '_items', '__dict__', '__weakref__')

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not '
                            f'{type(typecode).__name__}')
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self = object.__new__(cls)
        object.__setattr__(self, 'typecode', typecode)
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str):
            if typecode != 'u':
                raise TypeError(f"cannot use a str to initialize an array with typecode "
                                f"'{typecode}'")
            self._items = list(initializer)
        else:
            self.extend(initializer)
        return self

    @property
    def itemsize(self):
        """Bytes of an item."""
        return _SIZES[self.typecode]

    def _checked(self, value):
        code = self.typecode
        if code in _RANGES:
            try:
                value = value.__index__()
            except AttributeError:
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                                'integer') from None
            low, end = _RANGES[code]
            if not low <= value < end:
                if code in 'lqLQ':
                    raise OverflowError('Python int too large to convert to C long'
                                        if value >= end else "can't convert negative value to "
                                        'unsigned int' if low == 0 else
                                        'Python int too large to convert to C long')
                limit = 'greater than maximum' if value >= end else 'less than minimum'
                raise OverflowError(f'{_NAMES[code]} is {limit}')
            return value
        if code == 'u':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be unicode character')
            return value
        if not hasattr(value, '__float__') and not hasattr(value, '__index__'):
            raise TypeError(f'must be real number, not {type(value).__name__}')
        value = float(value)
        return struct.unpack('f', struct.pack('f', value))[0] if code == 'f' else value

    # --- As a sequence

    def __len__(self):
        return len(self._items)

    def _made(self, items):
        made = object.__new__(array)
        object.__setattr__(made, 'typecode', self.typecode)
        made._items = items
        return made

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._made(self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array '
                                'slice')
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._items[index] = value._items
            return
        value = self._checked(value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, index):
        try:
            del self._items[index]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __reversed__(self):
        return reversed(self._items)

    def append(self, v, /):
        """Add an item at the end."""
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        """Add all items of an iterable or array."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(bb._items)
        else:
            for value in bb:
                self._items.append(self._checked(value))

    def insert(self, i, v, /):
        """Put an item in before a place."""
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        """Take an item out."""
        if not self._items:
            raise IndexError('pop from empty array')
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, v, /):
        """Take out the first item that equals v."""
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def index(self, v, start=0, stop=9223372036854775807, /):
        """The place of the first item that equals v."""
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, v, /):
        """How many items equal v."""
        return self._items.count(v)

    def reverse(self):
        """Turn the order round."""
        self._items.reverse()

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._made(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        if not hasattr(count, '__index__'):
            return NotImplemented
        return self._made(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    # --- Compared

    def _compared(self, other, operator):
        if not isinstance(other, array):
            return NotImplemented
        return getattr(self._items, operator)(other._items)

    def __eq__(self, other):
        return self._compared(other, '__eq__')

    def __lt__(self, other):
        return self._compared(other, '__lt__')

    def __le__(self, other):
        return self._compared(other, '__le__')

    def __gt__(self, other):
        return self._compared(other, '__gt__')

    def __ge__(self, other):
        return self._compared(other, '__ge__')

    __hash__ = None

    # --- As bytes, lists, text, files

    def tobytes(self):
        """The items as the machine's bytes."""
        if self.typecode == 'u':
            return ''.join(self._items).encode('utf-32-le')
        return struct.pack(f'{len(self._items)}{self.typecode}', *self._items)

    __bytes__ = tobytes

    def frombytes(self, buffer, /):
        """Add the items of bytes."""
        buffer = bytes(buffer)
        count, rest = divmod(len(buffer), self.itemsize)
        if rest:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode == 'u':
            self._items.extend(buffer.decode('utf-32-le'))
        else:
            self._items.extend(struct.unpack(f'{count}{self.typecode}', buffer))

    def tolist(self):
        """The items as a list."""
        return list(self._items)

    def fromlist(self, list, /):
        """Add the items of a list, all or none."""
        self._items.extend([self._checked(value) for value in list])

    def tounicode(self):
        """The characters as text."""
        if self.typecode != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self._items)

    def fromunicode(self, ustr, /):
        """Add the characters of a text."""
        if self.typecode != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self._items.extend(ustr)

    def tofile(self, f, /):
        """Write the items to a file."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Add n items of a file."""
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) - len(data) % self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def byteswap(self):
        """Turn the bytes of each item round."""
        size = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b''.join([data[i:i + size][::-1] for i in range(0, len(data), size)]))

    def buffer_info(self):
        """(address, number of items); there is no address to tell."""
        raise NotImplementedError('array.buffer_info: items have no address here')

    def __copy__(self):
        return self._made(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce_ex__(self, protocol):
        return array, (self.typecode, self.tolist())

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = repr(''.join(self._items)) if self.typecode == 'u' else repr(self._items)
        return f"array('{self.typecode}', {shown})"

    __class_getitem__ = classmethod(type(list[int]))


ArrayType = array
