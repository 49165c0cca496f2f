# Comprehensions have their own scope; the first iterable is evaluated outside.
x = 'outer'
print([x for x in range(3)], x)
print({x: x for x in 'ab'}, x)
print(list(x for x in 'ab'), x)
class C:
    items = [1, 2]
    ok = [i * 2 for i in items]
    try: bad = [items for _ in range(1)]
    except NameError as e: print(e)
    nested_ok = [j for j in [i for i in items]]
print(C.ok, C.nested_ok)
def f():
    n = 3
    return [n * i for i in range(n)], [[i + j for j in range(n)] for i in range(2)]
print(f())
def g():
    fs = [lambda: i for i in range(2)]
    gs = [lambda i=i: i for i in range(2)]
    return [q() for q in fs + gs]
print(g())
def h():
    total = 0
    [total := total + i for i in range(5)]
    return total
print(h())
def k(seq):
    it = iter(seq)
    gen = (next(it) for _ in seq)
    return list(gen)
print(k([4, 5]))
print([(a, b) for a in range(3) if a for b in range(a)])
print([y for y in (y for y in 'ab')], 'y' in globals())
