"""Functions that act on functions."""

from _functools import partial
from _functools_script import _lru_cache_wrapper, _make_key, cmp_to_key, reduce

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering',
           'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod',
           'singledispatch', 'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper to the function it decorates."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- Ordering

def _derived(name, given, negated, or_equal):
    # The comparison `name` by the comparison `given`: negated or not, then joined with equality.
    def compare(self, other):
        result = getattr(type(self), given)(self, other)
        if result is NotImplemented:
            return result
        if or_equal is None:
            return not result
        if or_equal:
            return (not result if negated else result) or self == other
        return (not result if negated else result) and self != other
    compare.__name__ = name
    compare.__doc__ = f'Return a comparison made of {given} and equality.'
    return compare


_derivations = {
    '__lt__': (('__gt__', True, False), ('__le__', False, True), ('__ge__', True, None)),
    '__le__': (('__ge__', True, True), ('__lt__', False, False), ('__gt__', True, None)),
    '__gt__': (('__lt__', True, False), ('__ge__', False, True), ('__le__', True, None)),
    '__ge__': (('__le__', True, True), ('__gt__', False, False), ('__lt__', True, None)),
}


def total_ordering(cls):
    """Fill in the ordering methods a class lacks from the one it has."""
    given = [name for name in ('__lt__', '__le__', '__gt__', '__ge__')
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = given[0]
    for name, negated, or_equal in _derivations[root]:
        if name not in given:
            compare = _derived(name, root, negated, or_equal)
            compare.__qualname__ = f'{cls.__qualname__}.{name}'
            setattr(cls, name, compare)
    return cls


# --- Remembered results

_CacheInfo = None


def _cache_info_type():
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
        _CacheInfo.__module__ = 'functools'
    return _CacheInfo


def _cache_info(*values):
    return _cache_info_type()(*values)


def lru_cache(maxsize=128, typed=False):
    """A decorator that remembers the results of the last calls by their arguments."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda user_function: _cached(user_function, maxsize, typed)


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """Remember all results: lru_cache without a limit."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property computed once, then kept in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                'Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to "
                            f'cache {name!r} property.') from None
        if name in kept:
            return kept[name]
        value = self.func(instance)
        try:
            kept[name] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                            f'does not support item assignment for caching {name!r} property.'
                            ) from None
        return value

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


# --- Methods with arguments given

class partialmethod:
    """A method made of another by giving some of its arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args)]
        shown += [f'{name}={value!r}' for name, value in self.keywords.items()]
        cls = type(self)
        arguments = ', '.join(map(repr, self.args))
        keywords = ', '.join(f'{name}={value!r}' for name, value in self.keywords.items())
        return f'{cls.__module__}.{cls.__qualname__}({self.func}, {arguments}, {keywords})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


# --- Dispatch on the class of an argument

def _composed_mro(cls, registered):
    """The MRO of a class with those registered classes put in that it is a virtual subclass of.

    Each comes behind the last class of the MRO that is a subclass of it, derived ones first.
    """
    mro = list(cls.__mro__)
    placed = {}
    for candidate in registered:
        if candidate in mro or not hasattr(candidate, '__mro__'):
            continue
        if isinstance(candidate, type(list[int])) or not issubclass(cls, candidate):
            continue
        place = max(i for i, known in enumerate(mro) if issubclass(known, candidate))
        beside = placed.setdefault(place, [])
        at = len(beside)
        for i, other in enumerate(beside):
            if issubclass(candidate, other):
                at = i
                break
        beside.insert(at, candidate)
    result = []
    for i, known in enumerate(mro):
        result.append(known)
        result.extend(placed.get(i, ()))
    return result


def _find_implementation(cls, registry):
    match = None
    for candidate in _composed_mro(cls, registry):
        if match is not None:
            # What stands right behind the match may be as good a choice.
            if (candidate in registry and candidate not in cls.__mro__ and
                    match not in cls.__mro__ and not issubclass(match, candidate)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {candidate}')
            break
        if candidate in registry:
            match = candidate
    return registry.get(match)


def _union_members(cls):
    if isinstance(cls, type(int | str)):
        return cls.__args__
    origin = getattr(cls, '__origin__', None)
    if origin is not None and getattr(origin, '_name', None) == 'Union':
        return cls.__args__
    return None


def _is_class(cls):
    return isinstance(cls, type) and not isinstance(cls, type(list[int]))


def singledispatch(func):
    """A function that has implementations by the class of its first argument."""
    import weakref
    from abc import get_cache_token

    registry = {}
    known = weakref.WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """
        The implementation that is called for arguments of a class.
        """
        nonlocal token
        if token is not None:
            current = get_cache_token()
            if token != current:
                known.clear()
                token = current
        try:
            return known[cls]
        except KeyError:
            pass
        implementation = registry.get(cls) or _find_implementation(cls, registry)
        known[cls] = implementation
        return implementation

    def is_valid(cls):
        if _is_class(cls):
            return True
        members = _union_members(cls)
        return members is not None and all(_is_class(member) for member in members)

    def register(cls, func=None):
        """
        Add an implementation for a class; also a decorator.
        """
        nonlocal token
        if is_valid(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError('Invalid first argument to `register()`. '
                                f'{cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated '
                                'function.')
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not is_valid(cls):
                if _union_members(cls) is not None:
                    raise TypeError(f'Invalid annotation for {name!r}. '
                                    f'{cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        for member in _union_members(cls) or (cls,):
            registry[member] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            token = get_cache_token()
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    from types import MappingProxyType
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A method that has implementations by the class of its first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add an implementation for a class; also a decorator."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
