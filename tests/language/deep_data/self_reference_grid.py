# Containers holding themselves: repr, str, equality, ordering, hash, copies, formatting, of every mix.
# heavy
class L(list): pass
class D(dict): pass
class O:
    def __init__(self): self.items = [self]
    def __repr__(self): return f'O({self.items})'
def made():
    l = [1]; l.append(l); yield 'list', l
    l = []; t = (l, 2); l.append(t); yield 'tuple in list', t
    d = {}; d['d'] = d; yield 'dict', d
    d = {}; d[1] = [d, {2: d}]; yield 'dict in list', d
    a, b = [], []; a.append(b); b.append(a); yield 'pair', a
    l = L(); l += [l, [l]]; yield 'list subclass', l
    d = D(); d['x'] = (d,); yield 'dict subclass', d
    yield 'object', O()
    d = {}; d['k'] = d.keys(); d['v'] = d.values(); d['i'] = d.items(); yield 'views', d
    l = []; l.append(slice(l)); yield 'slice', l
    e = ValueError(); e.args = (e, 1); yield 'exception', e
    l = []; l.append({'m': l}.items()); yield 'items view', l
    l = []; l.append(iter(l)); l.append(map(str, l)); l[:] = [[l]]; yield 'nested slice assignment', l
def attempt(f):
    try: r = f()
    except RecursionError: return 'RecursionError'
    except Exception as e: return f'{type(e).__name__}: {str(e)[:60]}'
    return r if ' at 0x' not in repr(r) else 'has an address'
for (name, x), (_, y) in zip(made(), made()):
    print(name, attempt(lambda: repr(x)), attempt(lambda: str(x)), attempt(lambda: f'{x}'), attempt(lambda: '%s %r' % (x, x)), attempt(lambda: ascii([x])), attempt(lambda: '{!r:>20}'.format(x)))
    print('  ', attempt(lambda: x == x), attempt(lambda: x == y), attempt(lambda: x != y), attempt(lambda: [x] == [x]), attempt(lambda: x in [x]), attempt(lambda: hash(x) and 0), attempt(lambda: x < y), attempt(lambda: len(x)))
    if isinstance(x, (list, dict)): c = x.copy(); print('  ', attempt(lambda: repr(c)), attempt(lambda: c == x), type(c).__name__); c.clear()
    if isinstance(x, list): print('  ', attempt(lambda: repr(x + x)), attempt(lambda: repr(x * 2)), attempt(lambda: x.index(x)), attempt(lambda: x.count(x)), attempt(lambda: repr(tuple(x))), attempt(lambda: repr(list(reversed(x)))), attempt(lambda: sorted(x[:1])))
    if isinstance(x, dict): print('  ', attempt(lambda: repr(dict(x))), attempt(lambda: repr(x | x)), attempt(lambda: x.items() == y.items()), attempt(lambda: repr(list(x.values()))))
l = [1, 2]; l[0] = l; l.append(l); print(l, l[0][2][0] is l); l.remove(2); print(l); l[:] = l + [3]; print(l); l *= 2; print(l); del l[0]; print(l); l.extend(l); print(l); l.sort(key=lambda v: v == 3); print(l)
class R:
    depth = 0
    def __repr__(self):
        R.depth += 1
        try: return f'R{R.depth}{[self] if R.depth < 3 else ""}'
        finally: R.depth -= 1
print(R(), [R()])
class Bad(list):
    def __repr__(self): raise ValueError('bad')
b = [1]; b.append(Bad()); b.append(b)
for _ in range(2): print(attempt(lambda: repr(b)))
b.pop(1); print(b)
