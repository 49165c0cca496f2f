# Mapping patterns: keys, rest, missing keys, which types count.
def f(x):
    match x:
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': 'rect', 'w': w, 'h': h, **extra}: return f'rect {w}x{h} {extra}'
        case {'items': [first, *_], 1: one}: return first, one
        case {None: n, True: t}: return n, t
        case {'pos': {'x': x, 'y': y}}: return x, y
        case {'a': _} | {'b': _}: return 'a or b'
        case {**rest} if rest: return 'some', rest
        case {}: return 'any mapping'
    return 'none'
for x in ({'type': 'circle', 'r': 3, 'z': 1}, {'type': 'rect', 'w': 1, 'h': 2, 'color': 'red'},
        {'type': 'rect', 'w': 1}, {'items': [5, 6], 1: 'one'}, {None: 0, True: 1},
        {'pos': {'x': 1, 'y': 2}}, {'b': 5}, {'q': 1}, {}, [], 'a', None): print(f(x))
class D(dict):
    def __missing__(self, k): return 'missing used'
    def __getitem__(self, k): print('getitem', k); return super().__getitem__(k)
    def get(self, k, d=None): print('get', k); return super().get(k, d)
match D(a=1):
    case {'zz': v}: print('never', v)
    case {'a': v}: print('a', v)
class NotMap:
    def __getitem__(self, k): return k
    def keys(self): return ['a']
match NotMap():
    case {'a': _}: print('mapping?')
    case _: print('not a mapping')
class K: key = 'dotted'
match {'dotted': 5, -1: 'neg', 1.5: 'f', b'b': 'bytes'}:
    case {K.key: v, -1: n, 1.5: fl, b'b': b}: print(v, n, fl, b)
d = {'a': 1, 'b': 2}
match d:
    case {'a': one, **rest}: rest['new'] = 1; print(one, rest, d)
try:
    class Two: a = b = 'same'
    match {'same': 1, 'x': 2}:
        case {Two.a: p, Two.b: q}: print('dup')
except ValueError as e: print(e)
def api(r):
    match r:
        case {'status': 200 | 201, 'data': {'user': {'name': str(name)}}}: return name
        case {'status': int(s), **rest} if s >= 400: return s, sorted(rest)
        case {'status': s}: return 'status', s
print(api({'status': 200, 'data': {'user': {'name': 'Al'}}}), api({'status': 404, 'err': 'x'}),
    api({'status': 302}), api({'data': 1}))
