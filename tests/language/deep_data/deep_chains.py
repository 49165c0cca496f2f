# Chains nested a hundred thousand deep: RecursionError or a result, never worse.
# heavy
def attempt(label, f, *allowed):
    try: f(); print(label, 'result' in allowed or not allowed)
    except RecursionError: print(label, 'RecursionError' in allowed)
N = 100000
def chain(start, step, n=N):
    for _ in range(n): start = step(start)
    return start
for name, step in {'list': lambda x: [x], 'tuple': lambda x: (x,), 'dict': lambda x: {0: x}, 'frozen': lambda x: (1, x, 2)}.items():
    a, b = chain(None, step), chain(None, step)
    for label, f in {'repr': lambda: repr(a), 'str': lambda: str(a), 'eq': lambda: a == b, 'ne': lambda: a != b, 'format': lambda: f'{a}', 'percent': lambda: '%r' % (a,), 'in': lambda: b in [a], 'sort': lambda: [a, b].sort()}.items():
        if name == 'dict' and label == 'sort': continue
        attempt(f'{name} {label}', f, 'RecursionError', 'result')
    if name in ('tuple', 'frozen'): attempt(name + ' hash', lambda: hash(a), 'RecursionError', 'result')
    del a, b
print('freed')
attempt('identical', lambda: (lambda x: x == x)(chain(None, lambda x: [x])))
for name, step in {'map': lambda x: map(abs, x), 'zip': lambda x: zip(x), 'enumerate': lambda x: enumerate(x), 'filter': lambda x: filter(None, x), 'generator': lambda x: (y for y in x), 'reversed view': lambda x: iter(x)}.items():
    attempt(name + ' next', lambda: next(chain(iter([1]), step, 200)))
def sub(x): yield from x
g = chain(iter([1]), sub); del g; print('dropped')
def link(x):
    e = ValueError(); e.__cause__ = x; e.__context__ = x
    return e
def raises(e):
    try: raise e
    except ValueError: return 'caught'
attempt('raise of a long chain', lambda: raises(chain(None, link)))
attempt('group repr', lambda: repr(chain(ValueError(1), lambda e: ExceptionGroup('g', [e]))), 'RecursionError', 'result')
attempt('group split', lambda: chain(ValueError(1), lambda e: ExceptionGroup('g', [e])).split(ValueError), 'RecursionError', 'result')
class Box:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'<{self.x!r}>'
    def __eq__(self, other): return self.x == other.x
    def __hash__(self): return hash((self.x,))
    def __getattr__(self, name): return getattr(self.x, name)
    def __iter__(self): return iter(self.x)
    def __call__(self): return self.x()
    def __len__(self): return len(self.x)
    def __add__(self, other): return self.x + other
    def __contains__(self, item): return item in self.x
    def __index__(self): return self.x.__index__()
    def __str__(self): return str(self.x)
b, c = chain(0, Box), chain(0, Box)
for label, f in {'repr': lambda: repr(b), 'eq': lambda: b == c, 'hash': lambda: hash(b), 'getattr': lambda: b.name, 'iter': lambda: list(b), 'call': lambda: b(), 'len': lambda: len(b), 'add': lambda: b + 1, 'in': lambda: 1 in b, 'index': lambda: [1][b], 'str': lambda: str(b), 'dict': lambda: {b: 1}, 'sum': lambda: sum([1], b), 'join': lambda: ''.join(map(str, [b]))}.items():
    attempt('object ' + label, f, 'RecursionError', 'result')
del b, c
attempt('isinstance', lambda: isinstance(1, chain(str, lambda t: (t,))), 'RecursionError', 'result')
attempt('alias', lambda: repr(chain(list, lambda t: list[t])), 'RecursionError', 'result')
attempt('slice', lambda: chain(1, slice) == chain(1, slice), 'RecursionError', 'result')
print('end')
