# Generator expressions: scoping, early evaluation, as sole argument, nesting.
print(sum(x * x for x in range(4)), list(x for x in 'ab'), ','.join(str(i) for i in range(3)),
    sorted((v for v in [3, 1]), reverse=True), dict((k, v) for k, v in [('a', 1)]),
    max((len(w), w) for w in ['a', 'bb']), set(x % 2 for x in range(5)) == {0, 1},
    tuple(i for i in range(3) if i), any(x == 2 for x in [1, 2]))
g = (print('evaluated', x) or x for x in [1, 2])
print('lazy'); print(next(g))
n = 1
g = (x + n for x in [1, 2]); n = 10; print(list(g))
def src(): print('source evaluated'); return [1]
g = (x for x in src()); print('created'); print(list(g), list(g))
print(list((i, j) for i in range(2) for j in 'ab' if i), list(y for x in [[1, 2], [3]] for y in x),
    [list(j for j in range(i)) for i in range(3)], list((x for x in (y for y in (1, 2)))))
print(type(x for x in []).__name__, (x for x in []).__name__, (x for x in []).__qualname__,
    next((x for x in [] ), 'default'), next(i for i in [5]))
def f(*a, **k): return [list(x) if hasattr(x, '__next__') else x for x in a], k
print(f((x for x in 'a'), 1), f(*(x for x in 'ab')), f(x for x in 'z'))
g = (1 / x for x in [1, 0, 2]); print(next(g))
try: next(g)
except ZeroDivisionError as e: print(e, list(g))
g = (x for x in [1, 2, 3]); print([next(g)] + [x for x in g], g.close())
gs = [(lambda: i)() for i in range(3)]; print(gs, [list(x * i for x in [1]) for i in range(3)])
it = iter(range(6)); print([(a, b) for a, b in zip(it, it)], list(zip(*[iter('abcdef')] * 3)))
def outer():
    v = 'free'
    return list(v for _ in range(2))
print(outer(), eval('list(q for q in w)', {'w': [1]}), [*(c for c in 'st')], {*(1 for _ in 'ab')},
    (yield_ := list(a for a in 'w')))
