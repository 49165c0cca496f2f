# repr of sets, frozensets and subclasses; frozenset as key and element; nested sets.
print(set(), {1}, frozenset(), frozenset([1]), {frozenset([1])}, frozenset([frozenset()]), [set(), {2}],
    {'k': {3}}, str({'a'}), repr({(1,)}), {1.0}, {None}, {'it\'s'})
class MySet(set): pass
class MyFrozen(frozenset): pass
print(MySet(), MySet([1]), MyFrozen(), MyFrozen([1]), type(MySet([1]) & MySet([1])).__name__)
f = frozenset('abc')
print(len(f), 'a' in f, sorted(f), f == set('cba'), f.union('d') == set('abcd'), f.isdisjoint('xyz'),
    sorted(f.intersection('ab')), f - f, f ^ f == frozenset(), f < f | {'d'}, f.difference('ab'),
    f.symmetric_difference(f))
d = {frozenset([1, 2]): 'a', frozenset(): 'empty'}
print(d[frozenset([2, 1])], d[frozenset()], set() not in {frozenset([1])},
    hash(frozenset()) == hash(frozenset([])), len({frozenset(range(i % 3)) for i in range(9)}))
g = f
f |= {'z'}; print(sorted(f), sorted(g), f is g)
for code in ('g.add(1)', 'g.clear()', 'g.remove("a")', 'g.update([1])', 'g.pop()', 'frozenset([[]])',
        'frozenset(1, 2)', 'frozenset(a=1)', 'g.x = 1', 'set.add(g, 1)', 'set.union(1)', 'hash(set())',
        'd[{1}]', 'd[set()]'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__, e)
h1 = [hash(frozenset([i, i + 1])) for i in range(100)]
print(len(set(h1)) > 90, hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])))
