# range objects: attributes, indexing, slicing, membership, equality, hash.
for r in (range(5), range(2, 5), range(0), range(5, 0, -1), range(0, 10, 3), range(10, 0, -4),
        range(-3, 4, 2), range(3, 3), range(1, 10, 100), range(5, 1)):
    print(r, list(r), len(r), bool(r), r.start, r.stop, r.step, r[::-1], list(reversed(r)), 3 in r)
r = range(0, 100, 7)
print(r[3], r[-1], r[2:5], r[::2], r[::-1], r[100:], r[-3:], r.index(21), r.count(21), r.count(22),
    21.0 in r, 'a' in r, None in r, max(r), sum(r), r[True], r[1:10][2:5][::-1])
print(range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2],
    range(1) == range(0, 1, 5), hash(range(0)) == hash(range(5, 2)),
    hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(3): 'k'}[range(0, 3, 1)], range(3) != range(4))
big = range(10 ** 30, 10 ** 30 + 10 ** 20, 10 ** 19)
print(big[3], big[-1], list(big)[1], 10 ** 30 + 10 ** 19 in big, len(range(2 ** 62)),
    range(2 ** 100)[2 ** 99], big.index(10 ** 30 + 10 ** 19 * 2), range(-2 ** 63, 2 ** 63, 2 ** 62)[3])
for code in ('len(range(2 ** 64))', 'range(1, 2, 0)', 'r[100]', 'r[-100]', 'r["a"]', 'r.index(1)',
        'r.index("a")', 'r.start = 5', 'range(1.5)', 'range("1")', 'range()', 'range(1, 2, 3, 4)',
        'range(None)', 'r[0] = 1', 'r < r', 'r + r', 'range(start=1)', 'r.append', 'r[::0]',
        'hash(r[1.0])'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__, e)
class I:
    def __index__(self): return 3
print(list(range(I())), range(I(), 2 * 3, I()), range(True), 3 in range(I(), 4))
