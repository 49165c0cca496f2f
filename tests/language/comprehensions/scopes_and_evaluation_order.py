# Comprehension scopes: leaking, walrus targets, evaluation order, closures, nested clauses.
def trace(name, value): print(name, end=' '); return value
x = 'outer'
print([x for x in range(3)], x)
print([trace('elt', (a, b)) for a in trace('first', [1, 2]) for b in trace('second', [3, 4]) if trace('test', b > 3)])
print({trace('key', k): trace('value', v) for k, v in trace('items', [(1, 2)])})
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
print([y := v for v in range(3)], y)
def walrus():
    found = [w for v in range(5) if (w := v * 2) > 4]
    return found, w
print(walrus())
def walrus_nonlocal():
    n = 0
    def inner():
        nonlocal n
        return [n := n + v for v in range(4)]
    return inner(), n
print(walrus_nonlocal())
def walrus_global():
    global made
    [made := v for v in range(3)]
walrus_global(); print(made)
print(any((hit := v) > 2 for v in range(9)), hit)
g = (x for x in [1, 2]); x = 'changed'; print(next(g), x)
def lazy():
    print('source evaluated', end=' ')
    return [1, 2]
g = (v for v in lazy() for w in 1 / 0 * [v]); print('made', end=' ')
try: next(g)
except ZeroDivisionError as e: print(e)
try: (v for v in 5)
except TypeError as e: print(e)
try: [v for v in None]
except TypeError as e: print(e)
g = (v for v in [1] for w in 5)
try: next(g)
except TypeError as e: print(e)
print([[i * j for j in range(i)] for i in range(4)], [i for row in [[1, 2], [3]] for i in row], [*(i for i in 'ab'), *[c for c in 'cd']])
print([(a, b, c) for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]], [d['k'] for d['k'] in range(0)] if (d := {}) is not None else 0)
box = [0]; print([box[0] for box[0] in range(3)], box)
class A:
    v = 0
a = A(); print([a.v for a.v in 'xyz'], a.v)
print({**{k: v for k, v in zip('ab', [1, 2])}, **{k: 0 for k in 'c'}}, len({i % 3 for i in range(9)}))
print([i for i in range(9) if i % 2 if i % 3], [i if i else 'zero' for i in range(2)], [(yield_ := i) for i in range(2)], [lambda: 0][0]())
def locals_inside(): p = 1; return [sorted(locals()) for q in [1]], [p for p in [p + 1]], p
print(locals_inside())
def deleting():
    r = [1, 2, 3]
    return [r.pop() for _ in range(2)], r
print(deleting(), [None for i in range(2)], sum(i for i in range(4)), list(i for i in ()), dict((i, j) for i, j in ['ab', 'cd']))
for source in ('[i := 1 for i in x]', '[j for i in (j := x)]', '[i for i in x for j in (i := 1)]', 'class C: [y := i for i in x]', '[(yield) for i in x]', '[await x for i in y]', '[*i for i in x]', '{**i for i in x}', '[i for i]',
        '[i for 5 in x]', '[i for f() in x]', '(i for i in x, 1)', 'f(i for i in x, 1)', 'f(1, i for i in x)', 'f(i for i in x)', 'lambda: (yield)', '[x for x in 1 if 2 else 3]', '[x async for x in y]', '{a: b, c for c in d}', '[a, b for c in d]', '[i for i in lambda: x]'):
    try: compile(source, 's', 'exec'); print('ok', source)
    except SyntaxError as e: print(e.msg, '|', source, e.offset)
