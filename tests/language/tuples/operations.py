# Tuples: construction, indexing, slices, concatenation, comparison, hashing.
t = (1, 'a', [2])
print(t[0], t[-1], t[1:], t[::-1], t[::2], t + (3,), t * 2, 0 * t, 'a' in t, len(t), t.count(1),
    t.index('a'), t == (1, 'a', [2]), t[:] is t, tuple(t) is t, (), (1,), 1, )
print(tuple(), tuple('ab'), tuple([1, 2]), tuple(i for i in range(3)), tuple({1: 2}), tuple(range(2)),
    (1, 2) + (), () + (), (1, 2, 3)[1], ((1, 2), (3,)), repr(('a',)), str((1, (2,))), (None, ...))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 2) == (1.0, 2), (1, 2) != [1, 2], (2,) > (1, 9),
    hash((1, 2)) == hash((1, 2)), hash(()) == hash(tuple()), {(1, 'x'): 'v'}[(1, 'x')],
    (1, (2, 3)) in {(1, (2, 3))}, hash((1, 2)) == hash((1.0, True + 1)))
t[2].append(9); print(t)
x, (y, *z), w = 1, (2, 3, 4), 5; print(x, y, z, w)
for code in ('t[0] = 1', 'del t[0]', 't.append(1)', 't[5]', 't.index(99)', 't["a"]', 't + [1]', 't + 1',
        't * "a"', 'hash(t)', 't < 1', 't.index(1, 1)', 'tuple(5)', 'tuple(1, 2)', 't[0], t[1] = 1, 2',
        't += 1', '{t: 1}', 't.count()', 't[1.0]', '(1, 2) < (1, "a")'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__, e)
a = (1,); b = a; a += (2,); print(a, b)
print(sorted([(2, 'b'), (1, 'z'), (2, 'a')]), max((1, 2), (1, 1)), sum((1, 2, 3)),
    list(zip((1, 2), ('a', 'b'))), dict([(1, 2)]), any(()), (1, 2, 3).index(3, -1),
    (1, 2, 1).index(1, 1, 3))
