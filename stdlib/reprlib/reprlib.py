"""Text forms of limited length."""

__all__ = ['Repr', 'repr', 'recursive_repr']

import builtins


def recursive_repr(fillvalue='...'):
    """A decorator for __repr__: what it is asked for while it runs already is fillvalue."""
    from _thread import get_ident

    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            key = id(self), get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        wrapper.__module__ = getattr(user_function, '__module__')
        wrapper.__doc__ = getattr(user_function, '__doc__')
        wrapper.__name__ = getattr(user_function, '__name__')
        wrapper.__qualname__ = getattr(user_function, '__qualname__')
        wrapper.__annotations__ = getattr(user_function, '__annotations__', {})
        return wrapper

    return decorating_function


class Repr:
    """Makes text forms whose parts are cut to the lengths of its attributes."""

    def __init__(self):
        self.fillvalue = '...'
        self.maxlevel = 6
        self.maxtuple = 6
        self.maxlist = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxset = 6
        self.maxfrozenset = 6
        self.maxdeque = 6
        self.maxstring = 30
        self.maxlong = 40
        self.maxother = 30

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__
        if ' ' in name:
            name = '_'.join(name.split())
        method = getattr(self, 'repr_' + name, None)
        if method is not None:
            return method(x, level)
        return self.repr_instance(x, level)

    def _elements(self, x, level, left, right, limit, closing=''):
        count = len(x)
        if level <= 0 and count:
            inside = self.fillvalue
        else:
            inside = [self.repr1(element, level - 1) for element, _ in zip(x, range(limit))]
            if count > limit:
                inside.append(self.fillvalue)
            inside = ', '.join(inside)
            if count == 1 and closing:
                right = closing + right
        return left + inside + right

    def repr_tuple(self, x, level):
        return self._elements(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._elements(x, level, '[', ']', self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._elements(x, level, f"array('{x.typecode}', [", '])', self.maxarray)

    def repr_set(self, x, level):
        if not x:
            return 'set()'
        return self._elements(_ordered(x), level, '{', '}', self.maxset)

    def repr_frozenset(self, x, level):
        if not x:
            return 'frozenset()'
        return self._elements(_ordered(x), level, 'frozenset({', '})', self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._elements(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        count = len(x)
        if count == 0:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        inside = []
        for key, _ in zip(_ordered(x), range(self.maxdict)):
            inside.append(f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}')
        if count > self.maxdict:
            inside.append(self.fillvalue)
        return '{' + ', '.join(inside) + '}'

    def _cut(self, shown, limit, source=None):
        if len(shown) <= limit:
            return shown
        before = max(0, (limit - 3) // 2)
        after = max(0, limit - 3 - before)
        if source is not None:
            shown = builtins.repr(source[:before] + source[len(source) - after:])
        return shown[:before] + self.fillvalue + shown[len(shown) - after:]

    def repr_str(self, x, level):
        return self._cut(builtins.repr(x[:self.maxstring]), self.maxstring, x)

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            shown = builtins.repr(x)
        except Exception:
            return '<%s instance at %#x>' % (x.__class__.__name__, id(x))
        return self._cut(shown, self.maxother)


def _ordered(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
