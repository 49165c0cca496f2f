# An annotation on a tuple.
a, b: int = 1, 2
