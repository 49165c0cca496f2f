"""Pickles of what goes between processes."""

import copyreg
import io
import pickle
from _multiprocessing import SharedArray as _SharedArray, find_array as _find_array
from multiprocessing import context

__all__ = ['ForkingPickler', 'dump', 'register']


class ForkingPickler(pickle.Pickler):
    """A pickler that knows how to take apart what was registered for other processes."""

    _extra = {}

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**copyreg.dispatch_table, **self._extra}

    @classmethod
    def register(cls, type, reduce):
        """Says which function takes apart the objects of a class."""
        cls._extra[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """A pickle of the object."""
        if not cls._extra:
            return pickle.dumps(obj, protocol)
        stream = io.BytesIO()
        cls(stream, protocol).dump(obj)
        return stream.getvalue()

    loads = staticmethod(pickle.loads)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Writes a pickle to a file."""
    ForkingPickler(file, protocol).dump(obj)


def _reduce_array(array):
    context.assert_spawning(array)
    fd, offset = array._place()
    fd = context.get_spawning_popen().duplicate_for_child(fd)
    return _find_array, (array._typecode(), len(array), fd, offset)


copyreg.pickle(_SharedArray, _reduce_array)
