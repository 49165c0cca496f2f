"""Built-in functions over generators.

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
