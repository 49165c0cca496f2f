# min and max: keys, defaults, ties, several arguments.
print(max(3, 1, 2), min('b', 'a'), max([1, 5, 3]), min({3: 0, 2: 9}), max('hello'), max((1, 2), (1, 3)),
    min([], default='d'), max((), default=None), min([5], default=0), max(1, 1.0, True), min(1.0, 1, True))
print(max('aB', key=str.lower), min([3, -4, 2], key=abs), max([3, -4, 4], key=abs),
    max('a', 'bb', 'cc', key=len), min(['x', 'yy', 'z'], key=len), max([1, 2], key=None),
    min(range(5, 1, -1)), max(i * 7 % 5 for i in range(5)))
print(max([float('nan'), 1]) != 1, max([1, float('nan')]), max([[1], [1, 2]]),
    max({'a': 1, 'b': 3}, key={'a': 1, 'b': 3}.get), min(b'xa'), max(-0.0, 0.0), min(0, -0.0, 0.0))
for code in ('max()', 'max([])', 'min(())', 'max(1)', 'max(1, "a")', 'min([1, None])',
        'max(1, 2, default=0)', 'max([], key=len)', 'max([1], default=1, foo=2)', 'min(key=len)',
        'max(1, 2, key=5)', 'max([1, 2], [3], key=lambda x: x / 0)', 'max(None)', 'min(1, 2, None)',
        'max(iter([]))'):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
    def __gt__(self, o): return self.v < o.v
print(max(Rev(1), Rev(2)).v, min(Rev(1), Rev(2)).v)
