"""Importing by name, and importing anew.

Modules are found by the interpreter itself (vm/imports.h); there are no finders and loaders to
add. Specs made here load files of source.
"""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def import_module(name, package=None):
    """The module of a name, which may be relative to a package."""
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for "
                            f'{name!r}')
        level = len(name) - len(name.lstrip('.'))
        name = _absolute(name[level:], package, level)
    if not name:
        raise ValueError('Empty module name')
    __import__(name)
    return sys.modules[name]


def _absolute(name, package, level):
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name}' if name else parts[0]


def invalidate_caches():
    """Forget what finders know of folders; nothing is kept here."""


def reload(module):
    """Run a module's code once more, in the same module."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError('reload() argument must be a module') from None
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    parent = name.rpartition('.')[0]
    if parent and parent not in sys.modules:
        raise ImportError(f'parent {parent!r} not in sys.modules', name=parent)
    path = getattr(module, '__file__', None)
    if path is None:
        return module  # built in: there is nothing to run
    from importlib.util import spec_from_file_location
    spec = spec_from_file_location(name, path)
    spec.loader.exec_module(module)
    return sys.modules[name]
