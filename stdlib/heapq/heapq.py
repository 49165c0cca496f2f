"""Heaps: lists whose first element is always the smallest."""

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush,
                    heappushpop, heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']


class _Descending:
    """A key by which larger values come first."""

    __slots__ = ('key',)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key

    def __eq__(self, other):
        return self.key == other.key


def merge(*iterables, key=None, reverse=False):
    """The elements of sorted iterables in sorted order, one by one."""
    heap = []
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        heap.append([value, order, value, step])
    for entry in heap:
        if key is not None:
            entry[0] = key(entry[0])
        if reverse:
            entry[0] = _Descending(entry[0])
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        step = entry[3]
        try:
            while True:
                yield entry[2]
                entry[2] = value = step()
                if key is not None:
                    value = key(value)
                entry[0] = _Descending(value) if reverse else value
                heapreplace(heap, entry)
                if heap[0] is not entry:
                    break
        except StopIteration:
            heappop(heap)
    if heap:
        _, _, value, step = heap[0]
        yield value
        yield from step.__self__


def nsmallest(n, iterable, key=None):
    """The n smallest elements in order: sorted(iterable, key=key)[:n]."""
    if n == 1:
        none = []
        result = min(iterable, default=none, key=key)
        return [] if result is none else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    return _best(n, iterable, key, 1, _heapify_max, _heapreplace_max,
                 lambda value, worst: value < worst, False)


def nlargest(n, iterable, key=None):
    """The n largest elements in order: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        none = []
        result = max(iterable, default=none, key=key)
        return [] if result is none else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    return _best(n, iterable, key, -1, heapify, heapreplace,
                 lambda value, worst: worst < value, True)


def _best(n, iterable, key, step, heapify, heapreplace, is_better, reverse):
    # The best n so far lie in a heap whose first is the worst of them; equals keep their order.
    iterator = iter(iterable)
    heap = []
    order = 0
    for _, element in zip(range(n), iterator):
        heap.append((element if key is None else key(element), order, element))
        order += step
    if not heap:
        return heap
    heapify(heap)
    worst = heap[0][0]
    for element in iterator:
        value = element if key is None else key(element)
        if is_better(value, worst):
            heapreplace(heap, (value, order, element))
            worst = heap[0][0]
            order += step
    heap.sort(key=lambda entry: entry[:2], reverse=reverse)
    return [element for _, _, element in heap]
