"""Names of the classes loaders and finders derive from elsewhere."""

import abc


class Loader(metaclass=abc.ABCMeta):
    """Makes and runs modules."""

    def create_module(self, spec):
        """None: a plain module will do."""
        return None


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Finds modules; not asked by this interpreter."""

    def invalidate_caches(self):
        """Forget what is known."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in a folder; not asked by this interpreter."""

    def invalidate_caches(self):
        """Forget what is known."""
