# Subscription methods and what they receive.
class M:
    def __getitem__(self, k): return 'get', k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
m = M()
print(m[1], m[1:2], m[..., None], m['a', 1:2:3], m[()], m[m[0]])
m[1] = 2; m[1:2] = 3; m['a', 'b'] = 4
del m[1], m[:], m[1, 2]
m[0] += ('x',)
class Missing(dict):
    def __missing__(self, k): return f'<{k}>'
d = Missing(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d, d)
class MissRaise(dict):
    def __missing__(self, k): raise ValueError(k)
try: MissRaise()['q']
except ValueError as e: print(e)
class MissStore(dict):
    def __missing__(self, k):
        self[k] = []
        return self[k]
s = MissStore()
s['x'].append(1); s['x'].append(2); s['y']
print(s)
class SubGet(dict):
    def __getitem__(self, k): return 'overridden'
g = SubGet(a=1)
print(g['a'], g.get('a'), list(g.values()), {**g}, dict(g))
class L(list):
    def __getitem__(self, k): return 'item'
print(L([1, 2])[0], list(L([1, 2])), [*L([1])], sum(L([1, 2])), L([3]) == [3])
class Plain(dict): pass
Plain.__missing__ = lambda self, k: 'late'
print(Plain()['z'])
