"""Pickles of what goes between processes."""

import copyreg
import io
import pickle

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
