"""The parts of functools that call their functions again and again.

They are script code so that what they call may wait without holding a native stack; as the module
stands for native code, tracebacks do not show it.
"""

_missing = object()


def reduce(function=_missing, sequence=_missing, initial=_missing, /):
    """Put the elements together from the left by a function of two arguments."""
    if sequence is _missing:
        count = 0 if function is _missing else 1
        raise TypeError(f'reduce expected at least 2 arguments, got {count}')
    try:
        iterator = iter(sequence)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial is _missing:
        for initial in iterator:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for element in iterator:
        initial = function(initial, element)
    return initial


class _lru_cache_wrapper:
    """A function that remembers its results; made by lru_cache."""

    __slots__ = ('__function', '__limit', '__typed', '__information', '__results', '__hits',
                 '__misses', '__dict__', '__weakref__')
    __module__ = 'functools'

    def __init__(self, user_function, maxsize, typed, cache_info_type):
        self.__function = user_function
        self.__limit = maxsize
        self.__typed = typed
        self.__information = cache_info_type
        # From the arguments to the result; in order of use when there is a limit.
        self.__results = {}
        self.__hits = 0
        self.__misses = 0

    def __call__(self, /, *args, **kwds):
        if kwds or self.__typed:
            key = _make_key(args, kwds, self.__typed)
        elif len(args) == 1 and type(args[0]) in _plain_keys:
            key = args[0]
        else:
            key = args
        limit = self.__limit
        results = self.__results
        if limit is None:
            result = results.get(key, _missing)
            if result is not _missing:
                self.__hits += 1
                return result
            self.__misses += 1
            results[key] = result = self.__function(*args, **kwds)
            return result
        if limit == 0:
            self.__misses += 1
            return self.__function(*args, **kwds)
        result = results.pop(key, _missing)
        if result is not _missing:
            self.__hits += 1
            results[key] = result
            return result
        self.__misses += 1
        result = self.__function(*args, **kwds)
        if key not in results:
            if len(results) >= limit:
                results.pop(next(iter(results), None), None)
            results[key] = result
        return result

    def cache_info(self):
        """Report cache statistics"""
        return self.__information(self.__hits, self.__misses, self.__limit, len(self.__results))

    def cache_clear(self):
        """Clear the cache and cache statistics"""
        self.__results.clear()
        self.__hits = self.__misses = 0

    def __get__(self, instance, owner=None):
        return self if instance is None else _method(self, instance)

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_method = type(_lru_cache_wrapper(None, 0, False, None).cache_info)


# The types of single arguments that are keys themselves.
_plain_keys = frozenset((int, str))


def _make_key(args, kwds, typed):
    """What stands for a set of arguments in a cache."""
    key = args
    if kwds:
        key += (_missing, *kwds.items())
    if typed:
        key += (_missing, *map(type, args), *map(type, kwds.values()))
    return key


class KeyWrapper:
    """A value ordered by a comparison function; made by cmp_to_key."""

    __slots__ = ('__compare', 'obj')
    __hash__ = None

    def __init__(self, compare, obj):
        self.__compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self.__compare(self.obj, _operand(other)) < 0

    def __gt__(self, other):
        return self.__compare(self.obj, _operand(other)) > 0

    def __eq__(self, other):
        return self.__compare(self.obj, _operand(other)) == 0

    def __ne__(self, other):
        return self.__compare(self.obj, _operand(other)) != 0

    def __le__(self, other):
        return self.__compare(self.obj, _operand(other)) <= 0

    def __ge__(self, other):
        return self.__compare(self.obj, _operand(other)) >= 0


def _operand(other):
    if type(other) is not KeyWrapper:
        raise TypeError('other argument must be K instance')
    return other.obj


def cmp_to_key(mycmp):
    """Convert a cmp= function into a key= function."""
    return lambda obj: KeyWrapper(mycmp, obj)
