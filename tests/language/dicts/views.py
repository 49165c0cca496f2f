# keys, values and items views are live, comparable and support set operations.
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), 'a' in k, 1 in v, ('a', 1) in i, ('a', 2) in i, ['a', 1] in i, type(k).__name__,
    type(v).__name__, type(i).__name__)
d['d'] = 4; del d['a']
print(k, v, i, list(reversed(d)), list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(sorted(k & {'b', 'z'}), sorted(k | {'z'}), sorted(k - {'b'}), sorted(k ^ {'b', 'z'}),
    k == {'b', 'c', 'd'}, k < {'b', 'c', 'd', 'e'}, k >= {'b'}, k.isdisjoint('xyz'), k.isdisjoint(['b']),
    sorted({'b', 'q'} & k), sorted(k | "q"), type(k & 'b').__name__, k & ['b'], sorted(k - iter('b')))
print(i & {('b', 2)}, ('zz', 1) in i, i == {('b', 2), ('c', 3), ('d', 4)}, sorted(i - [('b', 2)]),
    i <= {('b', 2), ('c', 3), ('d', 4), 5}, {1: []}.items() == {1: []}.items(), v == d.values(), v == v,
    k == d.keys(), k == ['b', 'c', 'd'], k != {'b'}, k.mapping['b'], type(k.mapping).__name__)
for code in ('k[0]', 'k.add(1)', 'hash(k)', 'hash(i)', 'k & 5', 'k < [1]', '{1: []}.items() & {1}',
        '5 in 5', 'v & {1}', 'k.mapping["b"] = 1', 'i[0]', 'v[0]', 'len(v, 1)', 'k + k', 'k | 5',
        'k.isdisjoint(5)', '{1: []}.items() | set()', 'v < v'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__, e)
it = iter(d)
print(next(it), it.__length_hint__(), list(it), type(it).__name__, type(iter(v)).__name__,
    type(iter(i)).__name__)
(a, b), *rest = d.items()
print(a, b, rest, dict(i), [*k], {*v} == {2, 3, 4}, max(v), sum(v), min(d), {}.keys(), {}.values(),
    {}.items(), bool({}.keys()))
