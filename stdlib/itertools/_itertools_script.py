"""What the iterators of itertools do that go through other iterators.

Each function checks the arguments of the class of its name and returns a generator, which the
native part dresses as an instance of that class. So what they iterate over may wait without
holding a native stack. Tracebacks do not show this module: it stands for native code.
"""

from _itertools import dress_group, dress_tee

from operator import index as _index
_limit = (1 << 63) - 1


def accumulate(iterable, func, initial):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(source, func, total):
    if total is None:
        for total in source:
            break
        else:
            return
    yield total
    if func is None:
        for element in source:
            total = total + element
            yield total
    else:
        for element in source:
            total = func(total, element)
            yield total


def chain(iterables):
    for iterable in iterables:
        for element in iterable:
            yield element


def chain_from_iterable(iterable):
    return chain(iter(iterable))


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for element in data:
        for selected in selectors:
            if selected:
                yield element
            break
        else:
            return


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(source):
    saved = []
    for element in source:
        saved.append(element)
        yield element
    while saved:
        for element in saved:
            yield element


def dropwhile(predicate, iterable):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, source):
    for element in source:
        if not predicate(element):
            yield element
            break
    for element in source:
        yield element


def filterfalse(predicate, iterable):
    return _filterfalse(predicate, iter(iterable))


def _filterfalse(predicate, source):
    if predicate is None or predicate is bool:
        for element in source:
            if not element:
                yield element
    else:
        for element in source:
            if not predicate(element):
                yield element


class _Groups:
    __slots__ = ('element', 'key', 'group')


def groupby(iterable, key):
    return _groupby(iter(iterable), key)


def _groupby(source, function):
    # What the groups share with this: the element fetched last, its key, the group handed out last.
    state = _Groups()
    for element in source:
        break
    else:
        return
    state.element = element
    state.key = element if function is None else function(element)
    while True:
        key = state.key
        state.group = group = object()
        yield key, dress_group(_group(source, function, state, group, key))
        state.group = None
        while state.key == key:
            for element in source:
                break
            else:
                return
            state.element = element
            state.key = element if function is None else function(element)


def _group(source, function, state, group, key):
    while state.group is group and state.key == key:
        yield state.element
        if state.group is not group:
            return
        for element in source:
            break
        else:
            return
        state.element = element
        state.key = element if function is None else function(element)


def _islice_bound(value, name):
    if value is None:
        return None
    try:
        value = _index(value)
    except TypeError:
        value = -1
    if not 0 <= value <= _limit:
        raise ValueError(f'{name} for islice() must be None or an integer: '
                         '0 <= x <= sys.maxsize.')
    return value


def islice(args):
    count = len(args)
    if count < 2:
        raise TypeError(f'islice expected at least 2 arguments, got {count}')
    if count > 4:
        raise TypeError(f'islice expected at most 4 arguments, got {count}')
    iterable, *bounds = args
    if count == 2:
        start = None
        stop = _islice_bound(bounds[0], 'Stop argument')
    else:
        start = bounds[0]
        try:
            stop = _islice_bound(bounds[1], 'Stop argument')
        except ValueError:
            if hasattr(bounds[1], '__index__'):
                raise ValueError('Indices for islice() must be None or an integer: '
                                 '0 <= x <= sys.maxsize.') from None
            raise
        start = _islice_bound(start, 'Indices')
    step = 1
    if count == 4 and bounds[2] is not None:
        try:
            step = _index(bounds[2])
        except TypeError:
            step = 0
        if not 0 < step <= _limit:
            raise ValueError('Step for islice() must be a positive integer or None.')
    source = iter(iterable)
    if not start and step == 1:
        return _islice_front(source, stop)
    return _islice(source, start or 0, stop, step)


def _islice_front(source, count):
    if count is None:
        for element in source:
            yield element
    elif count > 0:
        for element in source:
            count -= 1
            yield element
            if count == 0:
                return


def _islice(source, start, stop, step):
    # How many elements to pass over before the next one wanted.
    skipped = start
    position = 0
    if stop is not None and start >= stop:
        if start > 0:
            for _ in source:
                position += 1
                if position == start:
                    break
        return
    for element in source:
        position += 1
        if skipped:
            skipped -= 1
            if position == stop:
                return
            continue
        yield element
        if stop is not None and position >= stop:
            return
        skipped = step - 1


def pairwise(iterable):
    return _pairwise(iter(iterable))


def _pairwise(source):
    for first in source:
        break
    else:
        return
    for second in source:
        yield first, second
        first = second


def starmap(function, iterable):
    return _starmap(function, iter(iterable))


def _starmap(function, source):
    for arguments in source:
        if type(arguments) is not tuple:
            arguments = tuple(arguments)
        yield function(*arguments)


def takewhile(predicate, iterable):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, source):
    for element in source:
        if not predicate(element):
            return
        yield element


def tee(iterable, n):
    n = _index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    source = iter(iterable)
    # The elements fetched lie in links that lead to one another; the last is empty.
    link = [None, None]
    return tuple([dress_tee(_tee(source, link)) for _ in range(n)])


def _tee(source, link):
    while True:
        if link[1] is None:
            for element in source:
                break
            else:
                return
            link[0] = element
            link[1] = [None, None]
        element, link = link
        yield element


def zip_longest(iterables, fillvalue):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(sources, fillvalue):
    left = len(sources)
    while left:
        row = []
        for place, source in enumerate(sources):
            if source is None:
                row.append(fillvalue)
                continue
            for element in source:
                row.append(element)
                break
            else:
                left -= 1
                if left == 0:
                    return
                sources[place] = None
                row.append(fillvalue)
        yield tuple(row)
