# Names inside comprehensions: parameters, class attributes, globals, nested functions.
n = 'global'
def f(n, *items, **kw): return [n + i for i in items], {k: n + v for k,
        v in kw.items()}, [[n for _ in items] for _ in 'x']
print(f('p', 'a', 'b', k='v'))
class C:
    n = 'class'
    first = [n for n in 'ab']
    uses_iter = [c for c in n]
    try: body = [n for _ in 'x']
    except NameError: body = 'error'
    lam = [lambda: n][0]
    def m(self): return [self.n for _ in 'x'] + [n for _ in 'y'] + [__class__.__name__ for _ in 'z']
print(C.first, C.uses_iter, C.body, C.lam(), C().m(), C.n)
def g():
    total = [0]
    [total.__setitem__(0, total[0] + i) for i in range(4)]
    last = None
    [last := i for i in range(3)]
    return total, last, sorted(locals())
print(g())
def h():
    fs = [lambda x, i=i: x * i for i in range(3)]
    gs = [lambda x: x * i for i in range(3)]
    return [f(10) for f in fs], [g(10) for g in gs]
print(h())
def k():
    exec('q = [z for z in range(2)]')
    return [y for y in [x for x in range(2)] if y in [y for y in range(2)]]
print(k(), [locals() is not None for _ in 'a'], [sorted(locals()) for z in 'a'][0])
def outer():
    def inner(): return [cell for _ in range(2)]
    cell = 'free variable'
    return inner()
print(outer(), [__name__ for _ in 'x'], [x for x in [x for x in [n]]])
