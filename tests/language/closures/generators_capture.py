# Generators and their expressions capture variables late, but the first iterable early.
def f():
    data = [1, 2]
    g = (x * factor for x in data)
    factor = 10
    data = 'unused'
    return list(g)
print(f())
fs = [(i for _ in range(1)) for i in range(3)]
print([list(g) for g in fs])
def make(n):
    def gen():
        nonlocal n
        while n:
            yield n
            n -= 1
    return gen, lambda: n
g, n = make(3)
it = g()
print(next(it), n(), next(it), n(), list(it), n())
try: (x for x in 5)
except TypeError as e: print('at creation:', e)
g = (y for x in [1] for y in 5)
print('second iterable later')
try: next(g)
except TypeError as e: print(e)
def gen(a, b=[]):
    b.append(a)
    yield lambda: (a, b)
    a = 'changed'
    yield
it = gen(1)
h = next(it); print(h()); next(it); print(h())
