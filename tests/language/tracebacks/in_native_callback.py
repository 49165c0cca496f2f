# Frames of callbacks called by builtins: sort keys, map, and dunder methods.
def key(x):
    return by_length(x)
def by_length(x):
    return -len(x)
print(sorted(['b', 'aa'], key=key))
print(list(map(lambda x: sorted(x, key=key), [['q'], [1, 2]])))
