# Evaluation order in dict displays, comprehensions and ** merges; later keys win in place.
def v(x): print(x, end=' '); return x
d = {v('k1'): v('v1'), v('k2'): v('v2'), **v({'m': 1}), v('k3'): v('v3')}; print()
d = {v(k): v(k * 2) for k in 'ab'}; print(d)
d = {v(i): v(j) for i in (1, 2) for j in 'x' if v(True)}; print(d)
print({**{'a': 1, 'b': 2}, 'a': 3}, {'a': 1, **{'b': 2, 'a': 9}}, {**{}, **{}},
    {'x': 0, **dict(y=1), **{'x': 2}}, list({'b': 0, **{'a': 1}, 'b': 2}))
print({x: y for x, y in zip('ab', [1, 2])}, {k: v for k, v in [('a', 1), ('a', 2)]},
    {(i, j): i * j for i in range(2) for j in range(2)},
    {n: {m: n * m for m in range(2)} for n in range(2)})
try: {**{1: 1}, **5}
except TypeError as e: print(e)
try: {**None}
except TypeError as e: print(e)
try: {[]: v('value is evaluated before hashing')}
except TypeError as e: print(e)
class M:
    def keys(self): print('keys', end=' '); return iter('xy')
    def __getitem__(self, k): print('item', k, end=' '); return k
print({**M(), 'z': 1}); print(dict(M(), w=1))
def f(**kw): return kw
print(f(**{'a': 1}, b=2, **{'c': 3}), f(**M()))
a = {'k': [1]}; b = {**a}; b['k'].append(2); print(a)
first, *rest = {'p': 1, 'q': 2, 'r': 3}; print(first, rest)
x = {'n': 1}; x[x['n']] = x; x.pop(1); (x['m'], x['n']) = (x['n'], 'new'); print(x)
