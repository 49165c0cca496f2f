"""Specs: finding and making them, and modules of them."""

import os
import sys
import types
from importlib import _absolute
from importlib.machinery import ModuleSpec, SourceFileLoader

MAGIC_NUMBER = b'weft'


def resolve_name(name, package):
    """A relative name made absolute."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module '
                          'names)')
    level = len(name) - len(name.lstrip('.'))
    return _absolute(name[level:], package, level)


def find_spec(name, package=None):
    """The spec of a module that could be imported; None if there is none."""
    name = resolve_name(name, package) if name.startswith('.') else name
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent, _, last = name.rpartition('.')
    folders = sys.path
    if parent:
        try:
            folders = __import__(parent, fromlist=['__path__']).__path__
        except AttributeError as error:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying '
                                      f'to find {name!r}', name=name) from error
    for folder in folders:
        base = os.path.join(folder or os.getcwd(), last)
        init = os.path.join(base, '__init__.py')
        if os.path.isfile(init):
            return spec_from_file_location(name, init, submodule_search_locations=[base])
        if os.path.isfile(base + '.py'):
            return spec_from_file_location(name, base + '.py')
    # Only the interpreter knows which modules it holds itself: import tells.
    try:
        module = __import__(name, fromlist=['__spec__'])
    except ModuleNotFoundError:
        return None
    return module.__spec__


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a loader."""
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """A spec for a file of source; None for files that are none."""
    if location is None:
        location = loader.get_filename(name)
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is None:
        if os.path.basename(location) == '__init__.py':
            spec.submodule_search_locations = [os.path.dirname(location)]
    else:
        spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    """A new module, not run yet."""
    create = getattr(spec.loader, 'create_module', None)
    module = create(spec) if create is not None else None
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """There are no caches of compiled code."""
    raise NotImplementedError('importlib.util.cache_from_source: weft keeps no compiled files')
