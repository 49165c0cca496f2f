# Types, exhaustion and independence of builtin iterators.
objs = [[1, 2], (1, 2), 'añ', b'ab', bytearray(b'ab'), {1: 2}, {1: 2}.values(), {1: 2}.items(), {1},
    frozenset([1]), range(2), range(2 ** 70, 2 ** 70 + 1), memoryview(b'a')]
for o in objs:
    it = iter(o)
    print(type(it).__name__, iter(it) is it, list(it), list(it), next(it, 'end'), hasattr(it, '__next__'),
        it is iter(o))
for it in (reversed([1, 2]), reversed((1, 2)), reversed('ab'), reversed(range(2)), reversed({1: 2}),
        enumerate('ab'), zip([1], [2]), map(str, [1]), filter(None, [0, 1]), (x for x in [1]), iter(int, 1),
        iter(type('S', (), {'__getitem__': lambda s, i: [1][i]})())):
    print(type(it).__name__, iter(it) is it, [next(it, 'end') for _ in range(3)])
a = [1, 2, 3]
i, j = iter(a), iter(a)
print(next(i), next(i), next(j), list(zip(a, a)), list(zip(i, j)))
for code in ('iter([])[0]', 'len(iter([]))', 'iter([]) + []', 'iter([1]) == iter([1])', 'bool(iter([]))',
        'iter([]).foo', 'reversed(iter([]))', 'reversed({1})', 'reversed((x for x in []))',
        'list(reversed(5))', 'type(iter([]))()'):
    try: print(code, eval(code))
    except (TypeError, AttributeError) as e: print(code, '->', e)
