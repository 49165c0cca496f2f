# get, setdefault, pop, popitem, update, clear, copy.
d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('x'), d.get('x', 'def'), d.setdefault('a', 9), d.setdefault('c', 3),
    d.setdefault('n'), d)
print(d.pop('a'), d.pop('zz', 'default'), d.pop('zz', None), d.popitem(), d)
d.update({'b': 20, 'e': 5})
d.update([('f', 6)], g=7)
d.update(h=8)
d.update()
d.update(['xy', (1, 2)])
print(d)
c = d.copy(); c['new'] = 1; print('new' in d, len(c) - len(d), c.clear(), c)
class M:
    def keys(self): return ['k1', 'k2']
    def __getitem__(self, k): return k.upper()
d.clear()
d.update(M())
print(d, dict(M()), {**M()})
d |= {'k1': 0, 'z': 1}
d |= [('q', 2)]
print(d, d | {'z': 9}, {'z': 0} | d)
for code in ('{}.pop("x")', '{}.popitem()', '{}.get()', '{}.get([])', '{}.setdefault([])', '{1: 1}.pop([])',
        '{}.update(5)', '{}.update([1])', '{}.update([(1, 2, 3)])', '{}.update("ab")', '{} | []', '[] | {}',
        '{}.pop()', '{}.update({}, {})', '{}.get(1, 2, 3)', '{}.popitem(1)', '{}.has_key', '{}.copy(1)',
        '{}.fromkeys()', '{1: 2} | 5', '{}.pop(1, 2, 3)', '{}.setdefault()'):
    try: print(code, eval(code))
    except Exception as x: print(code, '->', type(x).__name__, x)
s = {}
for w in 'the cat the dog the end'.split(): s[w] = s.get(w, 0) + 1
g = {}
for w in 'apple avocado bean beet cherry'.split(): g.setdefault(w[0], []).append(w)
print(s, g, {v: k for k, v in s.items()}, sorted(s, key=s.get, reverse=True), max(s, key=s.get))
print({}.__class__.fromkeys('a', 0), dict.get({'a': 1}, 'a'), dict.__getitem__({1: 2}, 1),
    {1: 2}.__contains__(1), {1: 2}.__len__(), {'a': 1}.__eq__(5), {'a': 1}.__or__(5), {'a': 1}.__or__({}),
    {'b': 1}.__ror__({'a': 0}))
