# all, any, sum: short circuit, start values, errors.
log = []
def g(*vs):
    for v in vs:
        log.append(v)
        yield v
print(any(g(0, '', 3, 4)), log); log.clear()
print(all(g(1, [0], 0, 5)), log); log.clear()
print(any([]), all([]), any([[], ()]), all('abc'), any({0: 'x'}), all({1: 0}), any(x > 2 for x in range(5)),
    all(x < 5 for x in range(5)))
print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([1.5, 2]), sum([[1], [2]], []), sum([(1,), (2,)], ()),
    sum([True, True]), sum(range(10), start=5), sum([2 ** 62, 2 ** 62]), sum([1, 2.0, 3j]),
    sum({1: 2, 3: 4}), sum([0.1] * 3), sum(x * x for x in range(4)), sum([-0.0]),
    sum([1e308, 1e308, -1e308]))
for code in ('sum(["a"])', 'sum(["a"], "b")', 'sum([b"a"], b"")', 'sum([[1]])', 'sum(5)', 'sum()',
        'sum([1], [2])', 'sum([1, None])', 'sum([bytearray()], bytearray())', 'any(5)', 'all()',
        'all([1], [2])', 'any(None)', 'sum([{}], {})', 'sum([1], start="x")', 'sum([1], 2, 3)',
        'sum(start=1)'):
    try: print(code, eval(code))
    except TypeError as e: print(code, '->', e)
class B:
    def __bool__(self): raise ValueError('no bool')
for f in any, all:
    try: f([B()])
    except ValueError as e: print(f.__name__, e)
class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return A(self.v + o.v)
    def __radd__(self, o): return A(self.v + o)
print(sum([A(1), A(2)]).v, sum([A(1)], A(5)).v)
