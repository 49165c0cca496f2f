# Equality across types, identity of singletons, and comparisons never raise for ==.
vals = [None, True, False, 0, 1, 0.0, 1.0, '', 'a', b'', b'a', (), [], {}, set(), frozenset(), 1j, ...,
    range(0), int, len]
for i, a in enumerate(vals): print(i, [j for j, b in enumerate(vals) if a == b])
print(all((a != b) == (not a == b) for a in vals for b in vals))
print(None is None, ... is Ellipsis, NotImplemented is NotImplemented, True is True, () == (), [] is not [])
print(set() == frozenset(), frozenset([1]) == {1}, {1: 2} == {1: 2.0},
    [1, (2, [3])] == [1.0, (2.0, [3 + 0j])], range(0) == range(2, 2), 'a' == 'a', b'a' == bytearray(b'a'),
    memoryview(b'a') == b'a')
print({1, 2} == {2, 1}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, [1, 2] == (1, 2), 1 == '1', None == 0,
    None == False, '' == None, int == int, int == type(1), type == object)
print((1, 2, 3) == (1, 2, 3), (1, 2) != (1, 2, 3), slice(1, 2) == slice(1, 2), slice(1) < slice(2),
    len == len, len == print, {}.keys() == set(), {1: 1}.keys() == {1}, {1: 1}.items() == {(1, 1)},
    {1: 1}.values() == {1: 1}.values())
