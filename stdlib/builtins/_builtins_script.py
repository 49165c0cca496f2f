"""Built-in functions over generators, and with a key function of the script.

As the module stands for native code, tracebacks do not show it.
"""


def any(generator):
    """Whether some element is true."""
    for element in generator:
        if element:
            return True
    return False


def all(generator):
    """Whether every element is true."""
    for element in generator:
        if not element:
            return False
    return True


def sum(generator, total):
    """total plus all elements."""
    for element in generator:
        total = total + element
    return total


def next(generator, default):
    """The next element, or at the end the default."""
    for element in generator:
        return element
    return default


def min(iterable, key, has_default, default):
    """The first element whose key no other is less than."""
    elements = iter(iterable)
    for best in elements:
        best_key = key(best)
        for element in elements:
            element_key = key(element)
            if element_key < best_key:
                best, best_key = element, element_key
        return best
    if has_default:
        return default
    raise ValueError('min() arg is an empty sequence')


def max(iterable, key, has_default, default):
    """The first element whose key no other is greater than."""
    elements = iter(iterable)
    for best in elements:
        best_key = key(best)
        for element in elements:
            element_key = key(element)
            if element_key > best_key:
                best, best_key = element, element_key
        return best
    if has_default:
        return default
    raise ValueError('max() arg is an empty sequence')
