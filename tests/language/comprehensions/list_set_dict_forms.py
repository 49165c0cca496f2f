# All comprehension kinds with several clauses, conditions and targets.
print([x for x in range(5)], [x for x in range(10) if x % 2 if x > 3],
    [x * y for x in (1, 2) for y in (10, 20)], [(x, y) for x in range(3) if x for y in range(x)])
print({x % 3 for x in range(9)} == {0, 1, 2}, {k: v for k, v in zip('ab', (1, 2))},
    {x: [y for y in range(x)] for x in range(3)}, {v: k for k, v in {'a': 1}.items()}, {i: i for i in ()},
    {c for c in ''} == set())
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz', 'pq']],
    [b for a, (b, c) in [(1, (2, 3))]], [x for x, in [(1,), (2,)]],
    [d['k'] for d in [{}] for d['k'] in 'ab'], [o for o in [1, [2]] if isinstance(o, list)])
print([[i * j for j in range(3)] for i in range(3)], [[r[c] for r in [[1, 2], [3, 4]]] for c in range(2)],
    [x for row in [[1, 2], [3]] for x in row], [x for x in [y for y in [z for z in range(3)]]])
print([x if x % 2 else -x for x in range(4)], [(lambda: x)() for x in range(2)], [not x for x in (0, 1)],
    [x for x in 'a' 'b'], [(*x, 1) for x in ['a']], [f'{x}!' for x in 'ab'])
print([y for x in 'ab' if (y := x.upper()) != 'A'], [s := 0] + [s := s + x for x in range(4)], s,
    [w for w in sorted({'b': 1, 'a': 2})], [None for _ in range(2)], [x for x in range(3) if not x == 1],
    [i for i in reversed(range(3))], [x for x in (lambda: [1, 2])()])
