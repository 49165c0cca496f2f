"""Values to bytes and back, by formats that say how each value lies in memory."""

import _struct
from _struct import calcsize, pack, pack_into, unpack, unpack_from

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct',
           'error']


class error(Exception):
    """Values and formats that do not go together."""


_struct.set_error(error)


def iter_unpack(format, buffer, /):
    """Iterates over the values of bytes that hold a format again and again."""
    return Struct(format).iter_unpack(buffer)


class Struct:
    """A format for many uses."""

    def __init__(self, format):
        self._size = calcsize(format)
        self._format = format if isinstance(format, str) else format.decode('ascii')

    @property
    def format(self):
        """The format."""
        return self._format

    @property
    def size(self):
        """How many bytes it describes."""
        return self._size

    def pack(self, *values):
        """The bytes of values."""
        return pack(self._format, *values)

    def pack_into(self, *arguments):
        """Writes the bytes of values into a buffer: (buffer, offset, values…)."""
        return pack_into(self._format, *arguments)

    def unpack(self, buffer, /):
        """The values of bytes."""
        return unpack(self._format, buffer)

    def unpack_from(self, buffer, offset=0):
        """The values of bytes at an offset."""
        return unpack_from(self._format, buffer, offset)

    def iter_unpack(self, buffer, /):
        """Iterates over the values of bytes that hold the format again and again."""
        if not self._size:
            raise error('cannot iteratively unpack with a struct of length 0')
        count = len(memoryview(buffer).cast('B'))
        if count % self._size:
            raise error('iterative unpacking requires a buffer of a multiple of '
                        f'{self._size} bytes')
        return (unpack_from(self._format, buffer, place)
                for place in range(0, count, self._size))

    def __repr__(self):
        return f'{type(self).__name__}({self._format!r})'


def _clearcache():
    """There is nothing to forget."""
