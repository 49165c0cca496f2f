# dict views: set algebra against every iterable, comparisons, membership, mutation, errors.
d = {'a': 1, 'b': 2, 'c': 3}
views = {'keys': d.keys(), 'items': d.items()}
others = {'set': {'a', 'z'}, 'frozenset': frozenset('ab'), 'list': ['a', 'a', 'q'], 'tuple': (('a', 1), ('b', 5)), 'str': 'abc', 'dict': {'a': 9}, 'keys': {'b': 0, 'c': 0}.keys(), 'items': {'a': 1, 'z': 2}.items(), 'values': {'x': 'a'}.values(), 'generator': None, 'empty': (), 'range': range(2), 'int': 5, 'None': None, 'unhashable': [[1]]}
def show(r):
    return (type(r).__name__, sorted(map(repr, r))) if isinstance(r, (set, frozenset)) else r
ops = {'&': lambda a, b: a & b, '|': lambda a, b: a | b, '-': lambda a, b: a - b, '^': lambda a, b: a ^ b, '<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '>': lambda a, b: a > b, '>=': lambda a, b: a >= b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b, 'disjoint': lambda a, b: a.isdisjoint(b), '+': lambda a, b: a + b}
for vn, v in views.items():
    for on, o in others.items():
        for sn, f in ops.items():
            for swap in (False, True):
                x = (c for c in 'ab') if on == 'generator' else o
                if swap and sn == 'disjoint': continue
                try: r = show(f(x, v) if swap else f(v, x))
                except Exception as e: r = f'{type(e).__name__}: {e}'
                if 'object at' in str(r): r = 'generator error'
                print(vn, sn, on, 'swapped' if swap else '', r)
values = d.values()
for code in ('values == values', 'values == d.values()', 'values & {1}', '{1} | values', 'values < values', '1 in values', 'list(values)', 'len(values)', 'values.mapping["a"]', 'values.isdisjoint', 'hash(values) and 1', 'hash(d.keys())', 'hash(d.items())', 'repr(values)', 'repr(d.keys())', 'repr(d.items())', 'str({}.keys())', '("a", 1) in d.items()', '("a", 1.0) in d.items()', '("a", 2) in d.items()', '("a",) in d.items()', '"a" in d.items()', '["a", 1] in d.items()', '([], 1) in d.items()', '[] in d.keys()', '("q", 1) in d.items()',
        'list(reversed(d.items()))', 'list(reversed(d.keys()))', 'list(reversed(d.values()))', 'd.keys().mapping', 'd.keys().mapping["z"]', 'd.keys()[0]', 'type(d.keys())()', 'd.keys() == {"a", "b", "c"}', 'd.items() == {("a", 1), ("b", 2), ("c", 3)}', 'd.items() >= {("a", 1)}', '{"a"} < d.keys()', 'set(d) == d.keys()', 'd.keys() == ["a", "b", "c"]', 'iter(d.keys()).__length_hint__()', 'bool({}.keys()), bool(d.items()), bool({}.values())', 'max(d.keys()), sum(d.values())', 'dict(d.items()) == d', '[*d.keys(), *d.values()]', '{**d} == d', 'd.items().__contains__(1)', 'd.keys().__and__(5)', 'd.keys().__rsub__({"a", "y"}) == {"y"}', 'isinstance(d.keys(), type({}.keys()))', '{1: {}}.items() | set()', '{1: {}}.items() & [(1, {})]', '{1: {}}.items() - [(1, {})]', '{1: {}}.items() == {1: {}}.items()'):
    try: print(code, '=', eval(code))
    except Exception as e: print(code, type(e).__name__, e)
k, i, v = d.keys(), d.items(), d.values(); d['d'] = 4; del d['a']; print(k, i, v, len(k), 'd' in k)
it = iter(d); next(it); d['e'] = 5
for _ in range(2):
    try: print(next(it))
    except RuntimeError as e: print(e)
