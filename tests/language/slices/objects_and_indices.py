# slice objects: attributes, indices(), comparison, use with all sequence types.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), slice(None), s == slice(1, 10, 2), s != slice(1),
    slice('a', None, [1]))
for sl in (slice(None), slice(2), slice(1, 5), slice(None, None, -1), slice(-3, None), slice(5, 1, -2),
        slice(-100, 100, 3), slice(100, -100, -3), slice(None, -1), slice(10 ** 30), slice(-1, -4, -1)):
    print(sl, sl.indices(6), sl.indices(0), 'abcdef'[sl], [*range(6)][sl], tuple(range(6))[sl],
        b'abcdef'[sl], range(6)[sl])
for code in ('hash(s)', 's.start = 2', 'slice()', 'slice(1, 2, 3, 4)', 's.indices("a")', 's.indices(-1)',
        'slice("a").indices(5)', 'slice(None, None, 0).indices(5)', 's < slice(1)',
        'slice(1, 2) < slice(1, 3)', '[1][slice(1.5)]', 's[0]', 'slice(start=1)', '{s: 1}',
        'slice(1, 2, 1.5).indices(3)', 's.indices(10 ** 30)'):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print('abcdef'[I(1):I(4)], [1, 2, 3][I(-2):], slice(I(1), I(5), I(2)).indices(4), 'abc'[::I(-1)])
class S:
    def __getitem__(self, k): return k
print(S()[1:2], S()[::], S()['a':None:1.5], S()[1:2, ..., 3], S()[:, None], (S()[2:3],))
