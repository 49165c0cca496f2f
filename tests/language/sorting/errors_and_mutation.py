# Sorting: incomparable items, raising keys, lists changed during the sort.
for code in ('sorted([1, "a"])', 'sorted([1, None, 2])', 'sorted([1j, 2j])', 'sorted([{}, {}])',
        'sorted(5)', 'sorted([1], 2)', 'sorted([1], key=5)', 'sorted([1, 2], key=lambda: 0)',
        'sorted([1], cmp=1)', '[1].sort(1)', 'sorted()', 'sorted([1, 2], reverse="x")',
        'sorted([1], reverse=None)', 'sorted([(1, "a"), (1, 2)])', 'sorted([[1], (1,)])',
        'sorted(["a", b"a"])', 'sorted([object(), object()])[2:]', 'sorted([2, 1], key=str.upper)'):
    try: print(code, eval(code))
    except TypeError as e: print(code, '->', e)
a = [3, 1, 'x', 2]
try: a.sort()
except TypeError: print(sorted(map(str, a)), len(a))
def bad(x):
    if x == 2: raise KeyError('key failed')
    return x
a = [3, 2, 1]
try: a.sort(key=bad)
except KeyError as e: print(e, a)
a = [3, 2, 1]
def peek(x):
    seen.append(len(a))
    return x
seen = []
a.sort(key=peek); print(seen, a)
def mutate(x):
    a.append(9)
    return x
try: a.sort(key=mutate)
except ValueError as e: print(e)
print(a)
class L:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return 'truthy' if self.v < o.v else ''
    def __repr__(self): return str(self.v)
print(sorted([L(2), L(3), L(1)]))
class NoBool:
    def __lt__(self, o): return self
    def __bool__(self): raise ValueError('no truth')
try: sorted([NoBool(), NoBool()])
except ValueError as e: print(e)
