# Dict construction, item access, order, membership, deletion.
d = {'b': 1, 'a': 2, 3: 'three', None: 0, (1, 2): 't'}
print(d, d['a'], d[3], d[None], d[1, 2], len(d), 'a' in d, 2 in d, list(d), bool({}), bool(d))
d['c'] = 5; d['b'] = 'new'; del d['a']; d['a'] = 'again'
print(d, list(d.keys()), list(d.values()), list(d.items()))
print(dict(), dict({'x': 1}), dict(x=1, y=2), dict([('a', 1), ['b', 2], 'cd']), dict({'a': 1}, b=2, a=3),
    dict(zip('ab', (1, 2))), dict(d) == d, dict(d) is d, {**d, 'z': 0}, {i: i * i for i in range(3)},
    dict.fromkeys('ab'), dict.fromkeys([1, 2], 'v'), dict.fromkeys(()))
print({1: 'a', 1.0: 'b', True: 'c'}, {'a': 1, 'a': 2}, {0: 'x', False: 'y'}, {-1: 1, -2: 2}[-1],
    {1.5: 'f', 2 ** 70: 'big'}[2 ** 70], {'': 'empty'}[''], {float('inf'): 1}[float('inf')])
print({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {1: 1} == {1: 1.0}, {1: 2} != {1: 3}, {} == [],
    {'a': {'b': [1]}} == {'a': {'b': [1]}})
nan = float('nan'); e = {nan: 1}; print(e[nan], float('nan') in e, len({nan: 1, float('nan'): 2}))
for code in ('{}["x"]', '{}[1, 2]', '{1: 2}[None]', 'del {}["x"]', '{[]: 1}', '{}[{}]', '{1: 1} < {2: 2}',
        '{} + {}', 'dict(5)', 'dict([1])', 'dict(["abc"])', 'dict([(1,)])', 'dict(a=1)["b"]', '{}.a',
        'dict([[]])', 'dict(1, 2)', 'hash({})', '{} in {}', 'dict([([], 1)])', 'dict.fromkeys(5)', '{}[""]',
        '{"a": 1}["a"]["b"]'):
    try: exec('r = ' + code if not code.startswith('del') else code); print(code, 'ok')
    except Exception as x: print(code, '->', type(x).__name__, x, x.args)
